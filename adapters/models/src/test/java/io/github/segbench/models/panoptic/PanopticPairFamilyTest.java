package io.github.segbench.models.panoptic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.Resize;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.models.Specs;
import io.github.segbench.models.instance.MaskRcnnFamily;
import io.github.segbench.models.semantic.FcnFamily;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A detector of cars and a network for roads, with labels and input sizes of their own. */
final class PanopticPairFamilyTest {
  private static final LabelSet STREET =
      new LabelSet(
          "street",
          List.of(
              new Category(7, "road", false, 0),
              new Category(11, "building", false, 0),
              new Category(26, "car", true, 0)),
          255);
  private static final LabelSet THINGS =
      new LabelSet("things", List.of(new Category(3, "car", true, 0)), LabelSet.NO_IGNORE);
  private static final LabelSet SURFACES =
      new LabelSet(
          "surfaces",
          List.of(new Category(0, "building", false, 0), new Category(1, "road", false, 0)),
          LabelSet.NO_IGNORE);

  private static final ModelSpec DETECTOR =
      Specs.of(
          new MaskRcnnFamily(), THINGS, Specs.preprocessing(Resize.exact(16, 8), 1, 1), Map.of());
  private static final ModelSpec SURFACE_NETWORK =
      Specs.of(new FcnFamily(), SURFACES, Specs.preprocessing(Resize.none(), 4, 1), Map.of());

  @Test
  void mergesWhatBothFindInTheLabelsOfThePair() {
    ModelAdapter adapter = pair(DETECTOR, SURFACE_NETWORK);
    try (ModelInput input = adapter.preprocess(List.of(image(8, 4)))) {
      assertThat(input.tensors()).containsOnlyKeys("instance/image", "semantic/image");
      assertThat(input.tensors().get("instance/image").shape()).containsExactly(1, 3, 8, 16);
      assertThat(input.tensors().get("semantic/image").shape()).containsExactly(1, 3, 4, 8);
      Segmentations decoded = adapter.postprocess(outputs(), input.geometries()).get(0);

      assertThat(decoded.tasks()).isEqualTo(adapter.tasks());
      // The detector's box is columns 4 to 12 and rows 0 to 4 of 16x8: 2 to 6 and 0 to 2 of 8x4.
      assertThat(decoded.instance().orElseThrow().instances())
          .extracting(Instance::category)
          .containsExactly(26);
      assertThat(decoded.semantic().orElseThrow().labels().at(0, 0)).isEqualTo(7);
      PanopticSegmentation panoptic = decoded.panoptic().orElseThrow();
      assertThat(panoptic.segments())
          .containsExactly(new Segment(1, 26, false), new Segment(2, 7, false));
      assertThat(panoptic.segmentIds())
          .containsExactly(
              2, 2, 1, 1, 1, 1, 2, 2, //
              2, 2, 1, 1, 1, 1, 2, 2, //
              2, 2, 2, 2, 2, 2, 2, 2, //
              2, 2, 2, 2, 2, 2, 2, 2);
    }
  }

  @Test
  void namesThePartWhoseOutputIsMissing() {
    ModelAdapter adapter = pair(DETECTOR, SURFACE_NETWORK);
    Map<String, Tensor> outputs = new HashMap<>(outputs());
    outputs.remove("semantic/logits");
    ImageGeometry geometry = new ImageGeometry(8, 4, 8, 4, 8, 4);
    assertThatThrownBy(() -> adapter.postprocess(outputs, List.of(geometry, geometry)))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll("'logits'", "missing");
  }

  @Test
  void refusesAPartThatDoesNotPredictWhatItIsFor() {
    assertThatThrownBy(() -> pair(SURFACE_NETWORK, SURFACE_NETWORK))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model both: part 'instance' is tested, which does not predict instance"
                + " segmentations");
  }

  @Test
  void refusesAPartWithoutACategoryOfThePair() {
    LabelSet other =
        new LabelSet("pets", List.of(new Category(0, "cat", true, 0)), LabelSet.NO_IGNORE);
    ModelSpec pets =
        Specs.of(new MaskRcnnFamily(), other, Specs.preprocessing(Resize.none(), 1, 1), Map.of());
    assertThatThrownBy(() -> pair(pets, SURFACE_NETWORK))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "model both: labels pets of part 'instance' have no name in common with labels street");
  }

  @Test
  void refusesABatch() {
    ModelAdapter adapter = pair(DETECTOR, SURFACE_NETWORK);
    assertThatThrownBy(() -> adapter.preprocess(List.of(image(8, 4), image(8, 4))))
        .isInstanceOf(ModelException.class)
        .hasMessage("model both: a batch of 2 images, expected 1");
  }

  @Test
  void refusesToBeMadeWithoutParts() {
    assertThatThrownBy(() -> new PanopticPairFamily().adapterFor(DETECTOR))
        .isInstanceOf(ModelException.class)
        .hasMessage("model tested: no parts, expected instance and semantic");
  }

  private static ModelAdapter pair(ModelSpec instance, ModelSpec semantic) {
    ModelFamily family = new PanopticPairFamily();
    Map<String, ModelSpec> parts = new LinkedHashMap<>();
    parts.put("instance", instance);
    parts.put("semantic", semantic);
    ModelSpec spec =
        new ModelSpec(
            "both",
            "Both",
            family.id(),
            STREET,
            List.of(),
            Specs.preprocessing(Resize.none(), 1, 1),
            new Options(family.options(), Map.of("stuffAreaLimit", 2L)),
            List.of(),
            parts);
    return family.adapterFor(
        spec, Map.of("instance", adapter(instance), "semantic", adapter(semantic)));
  }

  private static ModelAdapter adapter(ModelSpec part) {
    ModelFamily family = part.family().equals("fcn") ? new FcnFamily() : new MaskRcnnFamily();
    return family.adapterFor(part);
  }

  /** A car, and road everywhere. */
  private static Map<String, Tensor> outputs() {
    Tensor logits = Tensor.allocate(ElementType.FLOAT32, 1, 2, 4, 8);
    for (int i = 0; i < 32; i++) {
      logits.floats().put(32 + i, 1);
    }
    return Map.of(
        "instance/boxes", Tensor.ofFloats(new float[] {4, 0, 12, 4}, 1, 4),
        "instance/labels", Tensor.ofLongs(new long[] {1}, 1),
        "instance/scores", Tensor.ofFloats(new float[] {0.9f}, 1),
        "instance/masks", Tensor.ofFloats(new float[] {1}, 1, 1, 1),
        "semantic/logits", logits);
  }

  private static RgbImage image(int width, int height) {
    return new RgbImage(width, height, new byte[width * height * RgbImage.CHANNELS]);
  }
}
