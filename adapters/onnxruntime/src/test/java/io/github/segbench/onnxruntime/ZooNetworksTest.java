package io.github.segbench.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.option.Options;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZooNetworksTest {
  /** PyTorch wrote the references; two ways to add up the same floats differ in the last digits. */
  private static final double TOLERANCE = 1e-4;

  @ParameterizedTest
  @CsvSource({
    "fcn8s-shapes, logits",
    "unet-shapes, logits",
    "segnet-shapes, logits",
    "maskrcnn-shapes, boxes labels scores masks",
    "upsnet-shapes, semantic_logits boxes labels scores mask_logits"
  })
  void givesTheReferenceOutputs(String id, String outputNames) throws IOException {
    try (InferenceSession session = open(id);
        InferenceOutputs outputs = session.run(Map.of("image", ZooFiles.reference(id, "input")))) {
      for (String name : outputNames.split(" ")) {
        Tensor actual = outputs.tensors().get(name);
        Tensor expected = ZooFiles.reference(id, name);
        assertThat(actual).as(name).hasToString(expected.toString());
        if (expected.type() == ElementType.FLOAT32) {
          assertThat(maximumDifference(expected.floats(), actual.floats()))
              .as("largest difference of %s", name)
              .isCloseTo(0, within(TOLERANCE));
        } else {
          assertThat(actual.bytes()).as(name).isEqualTo(expected.bytes());
        }
      }
    }
  }

  /** 160x96 divides by 32, as SegNet's four pools and the feature pyramid want it. */
  @ParameterizedTest
  @CsvSource({"fcn8s-shapes", "unet-shapes", "segnet-shapes"})
  void takesBatchesOfOtherSizes(String id) {
    Tensor image = noise(2, 3, 96, 160);
    try (InferenceSession session = open(id);
        InferenceOutputs batch = session.run(Map.of("image", image));
        InferenceOutputs second = session.run(Map.of("image", half(image, 1)))) {
      Tensor logits = batch.tensors().get("logits");
      assertThat(logits).hasToString("FLOAT32[2, 8, 96, 160]");
      assertThat(
              maximumDifference(half(logits, 1).floats(), second.tensors().get("logits").floats()))
          .isCloseTo(0, within(TOLERANCE));
    }
  }

  @ParameterizedTest
  @CsvSource({"maskrcnn-shapes"})
  void takesImagesOfOtherSizes(String id) {
    try (InferenceSession session = open(id);
        InferenceOutputs outputs = session.run(Map.of("image", noise(1, 3, 96, 160)))) {
      long detections = outputs.tensors().get("boxes").dimension(0);
      assertThat(outputs.tensors().get("labels").shape()).containsExactly(detections);
      assertThat(outputs.tensors().get("masks").shape()).containsExactly(detections, 28, 28);
    }
  }

  /** A black image shows nothing that could be found. */
  @ParameterizedTest
  @CsvSource({"maskrcnn-shapes, masks", "upsnet-shapes, mask_logits"})
  void takesImagesWithoutDetections(String id, String masks) {
    Tensor flat = Tensor.allocate(ElementType.FLOAT32, 1, 3, 128, 128);
    try (InferenceSession session = open(id);
        InferenceOutputs outputs = session.run(Map.of("image", flat))) {
      assertThat(outputs.tensors().get("boxes").shape()).containsExactly(0, 4);
      assertThat(outputs.tensors().get("scores").shape()).containsExactly(0);
      assertThat(outputs.tensors().get(masks).elementCount()).isZero();
    }
  }

  private static InferenceSession open(String id) {
    OnnxRuntimeBackend backend = new OnnxRuntimeBackend();
    return backend.open(
        new SessionSpec(
            ZooFiles.network(id),
            Device.CPU,
            Precision.FP32,
            List.of(),
            List.of(),
            new Options(backend.options(), Map.of())));
  }

  private static Tensor noise(long... shape) {
    Random random = new Random(7);
    float[] values = new float[(int) Tensor.elementCount(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 4 - 2;
    }
    return Tensor.ofFloats(values, shape);
  }

  /** One image of a batch of two. */
  private static Tensor half(Tensor batch, int index) {
    long[] shape = batch.shape();
    float[] values = new float[(int) batch.elementCount() / 2];
    batch.floats().position(index * values.length).get(values);
    shape[0] = 1;
    return Tensor.ofFloats(values, shape);
  }

  private static double maximumDifference(FloatBuffer expected, FloatBuffer actual) {
    double maximum = 0;
    for (int i = 0; i < expected.limit(); i++) {
      maximum = Math.max(maximum, Math.abs(expected.get(i) - actual.get(i)));
    }
    return maximum;
  }
}
