package io.github.segbench.models.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.models.ShapesReference;
import io.github.segbench.models.Specs;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MaskRcnnFamilyTest {
  private static final ModelFamily FAMILY = new MaskRcnnFamily();

  /** Things are tree (2) and car (9). */
  private static final LabelSet LABELS =
      new LabelSet(
          "street",
          List.of(
              new Category(0, "road", false, 0),
              new Category(2, "tree", true, 0),
              new Category(5, "sky", false, 0),
              new Category(9, "car", true, 0)),
          255);

  private static final ImageGeometry GEOMETRY = new ImageGeometry(8, 8, 8, 8, 8, 8);

  @Test
  void decodesTheReferenceOutputExactly() throws IOException {
    ShapesReference reference = new ShapesReference("maskrcnn-shapes");
    Map<String, Tensor> outputs = new HashMap<>();
    for (String name : List.of("boxes", "labels", "scores", "masks")) {
      outputs.put(name, reference.tensor(name));
    }
    List<Instance> instances =
        adapter(ShapesReference.labels(), Map.of())
            .postprocess(outputs, List.of(ShapesReference.GEOMETRY))
            .get(0)
            .instance()
            .orElseThrow()
            .instances();
    ExpectedMasks.assertEqual(instances, reference.tensor("expected_masks"));
    for (int i = 0; i < instances.size(); i++) {
      // Labels 1..4 are the things 4..7 of the label set.
      assertThat(instances.get(i).category()).isEqualTo(3 + outputs.get("labels").longs().get(i));
      assertThat(instances.get(i).score()).isEqualTo(outputs.get("scores").floats().get(i));
    }
  }

  @Test
  void takesLabelsAsPositionsAmongTheThings() {
    List<Instance> instances = decode(Map.of(), detections(2, 0.9f, 1, 0.8f));
    assertThat(instances).extracting(Instance::category).containsExactly(9, 2);
  }

  @Test
  void takesLabelsFromZeroOnWhereTheModelDoes() {
    List<Instance> instances = decode(Map.of("labelBase", 0), detections(0, 0.9f, 1, 0.8f));
    assertThat(instances).extracting(Instance::category).containsExactly(2, 9);
  }

  @Test
  void sortsByScoreAndKeepsTheNetworksOrderOnTies() {
    List<Instance> instances = decode(Map.of(), detections(1, 0.5f, 2, 0.9f, 2, 0.5f));
    assertThat(instances).extracting(Instance::category).containsExactly(9, 2, 9);
    // The masks must follow: mask i covers column i.
    assertThat(instances)
        .extracting(instance -> instance.mask().boundingBox().x())
        .containsExactly(1.0, 0.0, 2.0);
  }

  @Test
  void keepsOnlyTheBestDetectionsThatAreAskedFor() {
    Map<String, Tensor> outputs = detections(1, 0.2f, 1, 0.9f, 2, 0.5f, 2, 0.7f);
    assertThat(decode(Map.of("scoreThreshold", 0.5), outputs))
        .extracting(instance -> (float) instance.score())
        .containsExactly(0.9f, 0.7f, 0.5f);
    assertThat(decode(Map.of("maxDetections", 2), outputs))
        .extracting(instance -> (float) instance.score())
        .containsExactly(0.9f, 0.7f);
  }

  /** 0.7 as float32 is a little less than 0.7 as a double. */
  @Test
  void keepsADetectionWhoseScoreIsTheThreshold() {
    assertThat(decode(Map.of("scoreThreshold", 0.7), detections(1, 0.7f))).hasSize(1);
  }

  @Test
  void keepsDetectionsOfScoreZeroByDefault() {
    assertThat(decode(Map.of(), detections(1, 0f))).hasSize(1);
  }

  @Test
  void bringsBoxesAndMasksToTheOriginalImage() {
    // The image was halved from 8x8 to 4x4 and padded to 6x6. A box of columns 1..3 and rows 0..6
    // in the input is columns 2..6, rows 0..12 in the original; the reported box ends at row 8.
    Map<String, Tensor> outputs =
        Map.of(
            "boxes", Tensor.ofFloats(new float[] {1, 0, 3, 6}, 1, 4),
            "labels", Tensor.ofLongs(new long[] {1}, 1),
            "scores", Tensor.ofFloats(new float[] {1}, 1),
            "masks", Tensor.ofFloats(new float[] {1}, 1, 1, 1));
    Instance instance =
        adapter(LABELS, Map.of())
            .postprocess(outputs, List.of(new ImageGeometry(8, 8, 4, 4, 6, 6)))
            .get(0)
            .instance()
            .orElseThrow()
            .instances()
            .get(0);
    assertThat(instance.box()).isEqualTo(new BoundingBox(2, 0, 4, 8));
    assertThat(instance.mask().boundingBox()).isEqualTo(new BoundingBox(2, 0, 4, 8));
    assertThat(instance.mask().area()).isEqualTo(32);
  }

  @ParameterizedTest
  @ValueSource(strings = {"roi-probability-28", "roi-logit-28", "pasted-probability"})
  void decodesNoDetections(String format) {
    Map<String, Tensor> outputs = new HashMap<>(detections());
    assertThat(decode(Map.of("maskFormat", format), outputs)).isEmpty();
    outputs.put("masks", Tensor.allocate(ElementType.FLOAT32, 0, 1, 28, 28));
    assertThat(decode(Map.of("maskFormat", format), outputs)).isEmpty();
  }

  @Test
  void thresholdsLogitsAtTheProbability() {
    // Probability 0.8 is logit ln(0.8 / 0.2) = 1.386.
    Map<String, Tensor> outputs = new HashMap<>(detections(1, 1f, 1, 1f));
    outputs.put("masks", Tensor.ofFloats(new float[] {1.38f, 1.39f}, 2, 1, 1));
    List<Instance> instances =
        decode(Map.of("maskFormat", "roi-logit-28", "maskThreshold", 0.8), outputs);
    assertThat(instances).extracting(instance -> instance.mask().area()).containsExactly(0L, 8L);
  }

  @Test
  void cropsAndResizesPastedMasks() {
    // The input is 4x2, its last two columns are padding; the image is 4x4.
    Map<String, Tensor> outputs = new HashMap<>(detections(1, 1f));
    outputs.put("masks", Tensor.ofFloats(new float[] {0, 1, 1, 1, 0, 1, 1, 1}, 1, 1, 2, 4));
    Instance instance =
        adapter(LABELS, Map.of("maskFormat", "pasted-probability"))
            .postprocess(outputs, List.of(new ImageGeometry(4, 4, 2, 2, 4, 2)))
            .get(0)
            .instance()
            .orElseThrow()
            .instances()
            .get(0);
    // Along x 0, 0.25, 0.75, 1: columns 2 and 3.
    assertThat(instance.mask().counts()).containsExactly(8, 8);
  }

  @Test
  void takesEachPastedMaskForItsOwnDetection() {
    // The input is 2 wide and 3 high. Detection 0 has its first pixel, detection 1 its right
    // column.
    Map<String, Tensor> outputs = new HashMap<>(detections(1, 0.5f, 2, 0.9f));
    float[] masks = {1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1};
    outputs.put("masks", Tensor.ofFloats(masks, 2, 3, 2));
    List<Instance> instances =
        adapter(LABELS, Map.of("maskFormat", "pasted-probability"))
            .postprocess(outputs, List.of(new ImageGeometry(2, 3, 2, 3, 2, 3)))
            .get(0)
            .instance()
            .orElseThrow()
            .instances();
    assertThat(instances.get(0).mask().counts()).containsExactly(3, 3);
    assertThat(instances.get(1).mask().counts()).containsExactly(0, 1, 5);
  }

  @Test
  void stretchesPastedMasksDownwardsToo() {
    // Two rows of one column become four: along y 0, 0.25, 0.75, 1.
    Map<String, Tensor> outputs = new HashMap<>(detections(1, 1f));
    outputs.put("masks", Tensor.ofFloats(new float[] {0, 1}, 1, 1, 2, 1));
    Mask mask =
        adapter(LABELS, Map.of("maskFormat", "pasted-probability"))
            .postprocess(outputs, List.of(new ImageGeometry(1, 4, 1, 2, 1, 2)))
            .get(0)
            .instance()
            .orElseThrow()
            .instances()
            .get(0)
            .mask();
    assertThat(mask.counts()).containsExactly(2, 2);
  }

  /** A pasted pixel at the threshold counts for Detectron2 and MMDetection alone. */
  @ParameterizedTest
  @CsvSource({"pixel-centre, 0", "torchvision, 0", "detectron2, 64"})
  void knowsWhetherThePastedThresholdIsInclusive(String rule, long area) {
    Map<String, Tensor> outputs = new HashMap<>(detections(1, 1f));
    float[] half = new float[64];
    Arrays.fill(half, 0.5f);
    outputs.put("masks", Tensor.ofFloats(half, 1, 8, 8));
    assertThat(
            decode(Map.of("maskFormat", "pasted-probability", "pasteRule", rule), outputs)
                .get(0)
                .mask()
                .area())
        .isEqualTo(area);
  }

  /** The input is half the original; boxes and masks of the original stay as they are. */
  @Test
  void leavesBoxesAndMasksOfTheOriginalAsTheyAre() {
    Map<String, Tensor> outputs = new HashMap<>(detections(1, 1f));
    float[] mask = new float[64];
    mask[0] = 1;
    outputs.put("masks", Tensor.ofFloats(mask, 1, 8, 8));
    Instance instance =
        adapter(LABELS, Map.of("maskFormat", "pasted-probability", "coordinates", "original"))
            .postprocess(outputs, List.of(new ImageGeometry(8, 8, 4, 4, 4, 4)))
            .get(0)
            .instance()
            .orElseThrow()
            .instances()
            .get(0);
    assertThat(instance.box()).isEqualTo(new BoundingBox(0, 0, 1, 8));
    assertThat(instance.mask().counts()).containsExactly(0, 1, 63);
  }

  /** Logit 1.38 of a sample is probability 0.799; the border of zeros takes it below 0.5. */
  @Test
  void pastesProbabilitiesOfLogitsWhereTheBorderIsZero() {
    // A box of columns 2 to 6 with one sample grows by 4 on each side to -2 and 10, 13 pixels for 3
    // samples: u = (i + 2.5) * 3 / 13 - 0.5. As probabilities 0, 0.799, 0 the value is above 0.5
    // for
    // |u - 1| < 1 - 0.5 / 0.799 = 0.374, so i + 2.5 from 4.88 to 8.12: columns 3, 4 and 5. As
    // logits
    // 0, 1.38, 0 with threshold 0 it would be every pixel of positive weight.
    Map<String, Tensor> outputs =
        Map.of(
            "boxes", Tensor.ofFloats(new float[] {2, 2, 6, 6}, 1, 4),
            "labels", Tensor.ofLongs(new long[] {1}, 1),
            "scores", Tensor.ofFloats(new float[] {1}, 1),
            "masks", Tensor.ofFloats(new float[] {1.38f}, 1, 1, 1));
    Instance instance =
        decode(Map.of("maskFormat", "roi-logit-28", "pasteRule", "torchvision"), outputs).get(0);
    assertThat(instance.mask().boundingBox().x()).isEqualTo(3);
    assertThat(instance.mask().boundingBox().width()).isEqualTo(3);
  }

  @Test
  void takesLabelsOf32BitsToo() {
    Map<String, Tensor> outputs = new HashMap<>(detections(1, 0.9f, 1, 0.8f));
    Tensor labels = Tensor.allocate(ElementType.INT32, 2);
    labels.ints().put(0, 2).put(1, 1);
    outputs.put("labels", labels);
    assertThat(decode(Map.of(), outputs)).extracting(Instance::category).containsExactly(9, 2);
  }

  @Test
  void refusesALabelWithoutAThing() {
    assertThatThrownBy(() -> decode(Map.of(), detections(3, 1f)))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'labels' holds label 3, expected 1 to 2, the 2 things of"
                + " labels street");
  }

  @Test
  void refusesAScoreThatIsNoNumber() {
    assertThatThrownBy(() -> decode(Map.of(), detections(1, Float.NaN)))
        .isInstanceOf(ModelException.class)
        .hasMessage("model tested: output 'scores' holds NaN, expected finite numbers");
  }

  @Test
  void refusesOutputsOfDifferentLengths() {
    Map<String, Tensor> outputs = new HashMap<>(detections(1, 1f));
    outputs.put("scores", Tensor.ofFloats(new float[] {1, 1}, 2));
    assertThatThrownBy(() -> decode(Map.of(), outputs))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'scores' is FLOAT32[2], expected FLOAT32[1], one for each box");
  }

  @Test
  void refusesMasksThatAreNotSquare() {
    Map<String, Tensor> outputs = new HashMap<>(detections(1, 1f));
    outputs.put("masks", Tensor.allocate(ElementType.FLOAT32, 1, 28, 14));
    assertThatThrownBy(() -> decode(Map.of(), outputs))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: output 'masks' is FLOAT32[1, 28, 14], expected FLOAT32[1, size, size]");
  }

  @Test
  void refusesPastedMasksOfAnotherSize() {
    assertThatThrownBy(() -> decode(Map.of("maskFormat", "pasted-probability"), detections(1, 1f)))
        .isInstanceOf(ModelException.class)
        .hasMessage("model tested: output 'masks' is FLOAT32[1, 1, 1], expected FLOAT32[1, 8, 8]");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, 0.5f, 1e20f})
  void refusesALabelThatIsNoWholeNumber(float label) {
    // Cut to a whole number, the first two would be the first thing.
    Map<String, Tensor> outputs = new HashMap<>(detections(0, 0.9f));
    outputs.put("boxes", Tensor.ofFloats(new float[] {label, 0.9f, 0, 0, 2, 2}, 1, 6));
    assertThatThrownBy(
            () -> decode(Map.of("labelBase", 0, "boxFormat", "label-score-xyxy"), outputs))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("model tested: output 'boxes' holds label ");
  }

  @Test
  void refusesLabelsWithoutThings() {
    LabelSet stuff = new LabelSet("stuff", List.of(new Category(0, "sky", false, 0)), 255);
    assertThatThrownBy(() -> adapter(stuff, Map.of()))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model tested: labels stuff have no things, family mask-rcnn needs at least one");
  }

  @Test
  void refusesLargerBatches() {
    assertThatThrownBy(
            () ->
                FAMILY.adapterFor(
                    Specs.of(FAMILY, LABELS, Specs.preprocessing(Resize.none(), 1, 2), Map.of())))
        .isInstanceOf(ModelException.class)
        .hasMessage("model tested: maxBatch is 2, family mask-rcnn takes 1 image at a time");
    assertThatThrownBy(
            () -> adapter(LABELS, Map.of()).postprocess(detections(), List.of(GEOMETRY, GEOMETRY)))
        .isInstanceOf(ModelException.class)
        .hasMessage("model tested: a batch of 2 images, expected 1");
  }

  @Test
  void refusesAMaskThresholdThatNoProbabilityExceeds() {
    assertThatThrownBy(() -> adapter(LABELS, Map.of("maskThreshold", 1)))
        .isInstanceOf(ModelException.class)
        .hasMessage("model tested: maskThreshold is 1.0, expected a probability below 1");
  }

  /** Label and score of each detection; detection i has column i of an 8x8 image. */
  private static Map<String, Tensor> detections(float... labelsAndScores) {
    int count = labelsAndScores.length / 2;
    Tensor boxes = Tensor.allocate(ElementType.FLOAT32, count, 4);
    Tensor labels = Tensor.allocate(ElementType.INT64, count);
    Tensor scores = Tensor.allocate(ElementType.FLOAT32, count);
    Tensor masks = Tensor.allocate(ElementType.FLOAT32, count, 1, 1);
    for (int i = 0; i < count; i++) {
      boxes.floats().put(4 * i, new float[] {i, 0, i + 1, 8});
      labels.longs().put(i, (long) labelsAndScores[2 * i]);
      scores.floats().put(i, labelsAndScores[2 * i + 1]);
      masks.floats().put(i, 1);
    }
    return Map.of("boxes", boxes, "labels", labels, "scores", scores, "masks", masks);
  }

  private static List<Instance> decode(Map<String, ?> options, Map<String, Tensor> outputs) {
    return adapter(LABELS, options)
        .postprocess(outputs, List.of(GEOMETRY))
        .get(0)
        .instance()
        .orElseThrow()
        .instances();
  }

  private static ModelAdapter adapter(LabelSet labels, Map<String, ?> options) {
    return FAMILY.adapterFor(
        Specs.of(FAMILY, labels, Specs.preprocessing(Resize.none(), 1, 1), options));
  }
}
