package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class LabelMappingTest {
  private static final LabelSet MODEL =
      new LabelSet(
          "model",
          List.of(
              new Category(0, "car", true, 0),
              new Category(1, "sky", false, 0),
              new Category(2, "boat", true, 0)),
          LabelSet.NO_IGNORE);
  private static final LabelSet DATASET =
      new LabelSet(
          "dataset",
          List.of(new Category(7, "sky", false, 0), new Category(9, "car", true, 0)),
          255);

  private final LabelMapping mapping = LabelMapping.byName(MODEL, DATASET);

  @Test
  void translatesLabelsByNameAndTurnsForeignOnesIntoVoid() {
    LabelMap map = new LabelMap(3, 1, new short[] {0, 1, 2});
    Segmentations mapped = mapping.apply(Segmentations.of(new SemanticSegmentation(map)));
    assertThat(mapped.semantic().orElseThrow().labels().labels())
        .containsExactly((short) 9, (short) 7, (short) 255);
  }

  @Test
  void dropsInstancesOfForeignCategories() {
    Mask mask = Mask.ofBitmap(1, 1, new boolean[] {true});
    InstanceSegmentation found =
        new InstanceSegmentation(
            1, 1, List.of(Instance.detection(0, .9, mask), Instance.detection(2, .8, mask)));
    assertThat(mapping.apply(Segmentations.of(found)).instance().orElseThrow().instances())
        .extracting(Instance::category)
        .containsExactly(9);
  }

  @Test
  void turnsForeignSegmentsIntoVoid() {
    PanopticSegmentation panoptic =
        new PanopticSegmentation(
            2, 1, new int[] {5, 6}, List.of(new Segment(5, 2, false), new Segment(6, 1, false)));
    PanopticSegmentation mapped =
        mapping.apply(Segmentations.of(panoptic)).panoptic().orElseThrow();
    assertThat(mapped.segmentIds()).containsExactly(PanopticSegmentation.VOID, 6);
    assertThat(mapped.segments()).containsExactly(new Segment(6, 7, false));
  }

  @Test
  void namesTheCategoriesThatTheModelLacks() {
    assertThatThrownBy(() -> LabelMapping.byName(/* model= */ DATASET, /* dataset= */ MODEL))
        .hasMessage("labels dataset lack boat of model");
  }

  @Test
  void leavesPredictionsAloneWhenNothingChanges() {
    Segmentations prediction =
        Segmentations.of(new SemanticSegmentation(new LabelMap(1, 1, new short[] {7})));
    assertThat(LabelMapping.byName(DATASET, DATASET).apply(prediction)).isSameAs(prediction);
  }
}
