package io.github.segbench.models.panoptic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.models.ShapesReference;
import io.github.segbench.models.Specs;
import io.github.segbench.models.instance.ExpectedMasks;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UpsNetFamilyTest {
  private static final ModelFamily FAMILY = new UpsNetFamily();
  private static final ShapesReference REFERENCE = new ShapesReference("upsnet-shapes");

  @Test
  void decodesThePanopticReferenceExactly() throws IOException {
    PanopticSegmentation panoptic = decode(Map.of()).panoptic().orElseThrow();
    Tensor expectedIds = REFERENCE.tensor("expected_panoptic_ids");
    int[] ids = new int[(int) expectedIds.elementCount()];
    expectedIds.ints().get(ids);
    assertThat(panoptic.segmentIds()).isEqualTo(ids);
    Tensor categories = REFERENCE.tensor("expected_panoptic_categories");
    List<Segment> segments = new ArrayList<>();
    for (int i = 0; i < categories.dimension(0); i++) {
      segments.add(
          new Segment(categories.ints().get(2 * i), categories.ints().get(2 * i + 1), false));
    }
    assertThat(panoptic.segments()).isEqualTo(segments);
  }

  @Test
  void decodesTheInstanceReferenceExactly() throws IOException {
    ExpectedMasks.assertEqual(
        decode(Map.of()).instance().orElseThrow().instances(), REFERENCE.tensor("expected_masks"));
  }

  @Test
  void givesTheSemanticLogitsOwnArgmax() throws IOException {
    var labels = decode(Map.of()).semantic().orElseThrow().labels();
    Tensor logits = REFERENCE.tensor("semantic_logits");
    int plane = ShapesReference.SIDE * ShapesReference.SIDE;
    for (int pixel = 0; pixel < plane; pixel++) {
      int best = 0;
      for (int channel = 1; channel < 8; channel++) {
        if (logits.floats().get(channel * plane + pixel)
            > logits.floats().get(best * plane + pixel)) {
          best = channel;
        }
      }
      assertThat(labels.labels()[pixel]).isEqualTo((short) best);
    }
  }

  @Test
  void followsTheThresholdsOfTheModel() throws IOException {
    // No detection has a score above 1: stuff alone is left.
    assertThat(decode(Map.of("scoreThreshold", 1)).panoptic().orElseThrow().segments())
        .isNotEmpty()
        .allSatisfy(segment -> assertThat(segment.category()).isLessThan(4));
    // No segment is as large as the image.
    assertThat(
            decode(Map.of("minStuffPixels", 128 * 128, "minThingPixels", 128 * 128))
                .panoptic()
                .orElseThrow()
                .segments())
        .isEmpty();
  }

  /** An object that was found twice stays double unless its box or its mask is removed. */
  @Test
  void removesWhatIsCoveredByTheThresholdsOfTheModel() throws IOException {
    int single = objects(Map.of("nmsThreshold", 1, "overlapThreshold", 1), reference());
    Map<String, Tensor> twice = withTheFirstObjectTwice();
    assertThat(objects(Map.of("nmsThreshold", 1, "overlapThreshold", 1), twice))
        .isEqualTo(single + 1);
    assertThat(objects(Map.of("nmsThreshold", 0.9, "overlapThreshold", 1), twice))
        .isEqualTo(single);
    assertThat(objects(Map.of("nmsThreshold", 1, "overlapThreshold", 0.9), twice))
        .isEqualTo(single);
  }

  /** The second one's mask is surer on the left and less sure on the right, so both get pixels. */
  private static Map<String, Tensor> withTheFirstObjectTwice() throws IOException {
    Map<String, Tensor> outputs = reference();
    int count = (int) outputs.get("scores").dimension(0);
    for (String name : List.of("boxes", "scores", "mask_logits")) {
      Tensor once = outputs.get(name);
      int size = (int) once.elementCount() / count;
      float[] values = new float[(count + 1) * size];
      once.floats().get(values, 0, count * size);
      System.arraycopy(values, 0, values, count * size, size);
      long[] shape = once.shape();
      shape[0]++;
      if (name.equals("mask_logits")) {
        for (int i = 0; i < size; i++) {
          values[count * size + i] += i % 28 < 14 ? 1 : -1;
        }
      }
      outputs.put(name, Tensor.ofFloats(values, shape));
    }
    long[] labels = new long[count + 1];
    outputs.get("labels").longs().get(labels, 0, count);
    labels[count] = labels[0];
    outputs.put("labels", Tensor.ofLongs(labels, count + 1));
    return outputs;
  }

  /** 0.3 as float32 is a little more than 0.3 as a double. */
  @Test
  void letsNoDetectionInWhoseScoreIsTheThreshold() throws IOException {
    Map<String, Tensor> outputs = reference();
    float[] scores = new float[(int) REFERENCE.tensor("scores").elementCount()];
    Arrays.fill(scores, 0.3f);
    outputs.put("scores", Tensor.ofFloats(scores, scores.length));
    assertThat(segments(0.3, outputs)).allSatisfy(s -> assertThat(s.category()).isLessThan(4));
    assertThat(segments(0.29, outputs))
        .anySatisfy(s -> assertThat(s.category()).isGreaterThanOrEqualTo(4));
  }

  private static List<Segment> segments(double scoreThreshold, Map<String, Tensor> outputs) {
    return decode(Map.of("scoreThreshold", scoreThreshold), outputs, ShapesReference.GEOMETRY)
        .panoptic()
        .orElseThrow()
        .segments();
  }

  private static int objects(Map<String, ?> options, Map<String, Tensor> outputs) {
    return (int)
        decode(options, outputs, ShapesReference.GEOMETRY)
            .panoptic()
            .orElseThrow()
            .segments()
            .stream()
            .filter(segment -> segment.category() >= 4)
            .count();
  }

  @Test
  void decodesNoDetections() throws IOException {
    Map<String, Tensor> outputs = reference();
    outputs.put("boxes", Tensor.allocate(ElementType.FLOAT32, 0, 4));
    outputs.put("labels", Tensor.allocate(ElementType.INT64, 0));
    outputs.put("scores", Tensor.allocate(ElementType.FLOAT32, 0));
    outputs.put("mask_logits", Tensor.allocate(ElementType.FLOAT32, 0, 28, 28));
    Segmentations decoded = decode(Map.of(), outputs, ShapesReference.GEOMETRY);
    assertThat(decoded.instance().orElseThrow().instances()).isEmpty();
    assertThat(decoded.panoptic().orElseThrow().segments())
        .isNotEmpty()
        .allSatisfy(segment -> assertThat(segment.category()).isLessThan(4));
  }

  @Test
  void scalesAllTasksToTheOriginalImage() throws IOException {
    ImageGeometry doubled = new ImageGeometry(256, 200, 128, 100, 128, 128);
    Segmentations decoded = decode(Map.of(), reference(), doubled);
    assertThat(decoded.width()).isEqualTo(256);
    assertThat(decoded.height()).isEqualTo(200);
    PanopticSegmentation panoptic = decoded.panoptic().orElseThrow();
    int[] ids = panoptic.segmentIds();
    for (int y = 0; y < 200; y += 2) {
      for (int x = 0; x < 256; x += 2) {
        assertThat(ids[(y + 1) * 256 + x + 1]).isEqualTo(ids[y * 256 + x]);
      }
    }
    assertThat(panoptic.segments())
        .extracting(Segment::id)
        .allSatisfy(id -> assertThat(ids).contains(id));
  }

  @Test
  void refusesSemanticLogitsOfAnotherSize() throws IOException {
    Map<String, Tensor> outputs = reference();
    outputs.put("semantic_logits", Tensor.allocate(ElementType.FLOAT32, 1, 8, 64, 64));
    assertThatThrownBy(() -> decode(Map.of(), outputs, ShapesReference.GEOMETRY))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'semantic_logits' is FLOAT32[1, 8, 64, 64], "
                + "expected FLOAT32[1, 8, 128, 128]");
  }

  @Test
  void refusesALabelSetOfAnotherSizeThanTheNetwork() throws IOException {
    Map<String, Tensor> outputs = reference();
    outputs.put("semantic_logits", Tensor.allocate(ElementType.FLOAT32, 1, 9, 128, 128));
    assertThatThrownBy(() -> decode(Map.of(), outputs, ShapesReference.GEOMETRY))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'semantic_logits' is FLOAT32[1, 9, 128, 128], which has 9"
                + " channels, expected 8, one for each category of labels shapes");
  }

  private static Map<String, Tensor> reference() throws IOException {
    Map<String, Tensor> outputs = new HashMap<>();
    for (String name : List.of("semantic_logits", "boxes", "labels", "scores", "mask_logits")) {
      outputs.put(name, REFERENCE.tensor(name));
    }
    return outputs;
  }

  private static Segmentations decode(Map<String, ?> options) throws IOException {
    return decode(options, reference(), ShapesReference.GEOMETRY);
  }

  private static Segmentations decode(
      Map<String, ?> options, Map<String, Tensor> outputs, ImageGeometry geometry) {
    return FAMILY
        .adapterFor(
            Specs.of(
                FAMILY,
                ShapesReference.labels(),
                Specs.preprocessing(Resize.none(), 1, 1),
                options))
        .postprocess(outputs, List.of(geometry))
        .get(0);
  }
}
