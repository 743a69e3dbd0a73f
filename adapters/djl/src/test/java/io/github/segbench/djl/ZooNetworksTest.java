package io.github.segbench.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZooNetworksTest {
  /** Another version of PyTorch wrote the references. */
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
    Tensor image = TestNetworks.reference(id, "input");
    try (InferenceSession session =
            TestNetworks.open(TestNetworks.bundled(id), outputNames.split(" "));
        InferenceOutputs outputs = session.run(Map.of("image", image))) {
      for (String name : outputNames.split(" ")) {
        Tensor actual = outputs.tensors().get(name);
        Tensor expected = TestNetworks.reference(id, name);
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

  /** A black image shows nothing that could be found. */
  @ParameterizedTest
  @CsvSource({
    "maskrcnn-shapes, boxes labels scores masks",
    "upsnet-shapes, semantic_logits boxes labels scores mask_logits"
  })
  void takesImagesWithoutDetections(String id, String outputNames) {
    Tensor black = Tensor.allocate(ElementType.FLOAT32, 1, 3, 128, 128);
    try (InferenceSession session =
            TestNetworks.open(TestNetworks.bundled(id), outputNames.split(" "));
        InferenceOutputs outputs = session.run(Map.of("image", black))) {
      assertThat(outputs.tensors().get("boxes").shape()).containsExactly(0, 4);
      assertThat(outputs.tensors().get("scores").shape()).containsExactly(0);
    }
  }

  private static double maximumDifference(FloatBuffer expected, FloatBuffer actual) {
    double maximum = 0;
    for (int i = 0; i < expected.limit(); i++) {
      maximum = Math.max(maximum, Math.abs(expected.get(i) - actual.get(i)));
    }
    return maximum;
  }
}
