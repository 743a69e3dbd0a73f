package io.github.segbench.api.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SegmentationsTest {
  private static final SemanticSegmentation SEMANTIC =
      new SemanticSegmentation(new LabelMap(2, 1, new short[2]));

  @Test
  void givesEachSegmentationByItsTask() {
    InstanceSegmentation none = new InstanceSegmentation(2, 1, List.of());
    Segmentations both = Segmentations.of(SEMANTIC, none);
    assertThat(both.tasks()).containsExactly(SegmentationTask.SEMANTIC, SegmentationTask.INSTANCE);
    assertThat(both.instance()).contains(none);
    assertThat(both.panoptic()).isEmpty();
  }

  @Test
  void refusesTwoOfOneTaskAndTwoSizes() {
    assertThatThrownBy(() -> Segmentations.of(SEMANTIC, SEMANTIC))
        .hasMessage("two semantic segmentations of one image");
    InstanceSegmentation larger = new InstanceSegmentation(3, 1, List.of());
    assertThatThrownBy(() -> Segmentations.of(SEMANTIC, larger))
        .hasMessage("segmentations of different sizes: semantic 2x1 and instance 3x1");
  }

  @Test
  void refusesAMaskOfAnotherSize() {
    Mask mask = Mask.ofBitmap(1, 1, new boolean[] {true});
    assertThatThrownBy(
            () -> new InstanceSegmentation(2, 1, List.of(Instance.detection(1, 1, mask))))
        .hasMessage("a mask of 1x1 in an image of 2x1");
  }

  @Test
  void refusesInstancesThatCannotBeOrderedOrSortedIntoASize() {
    Mask mask = Mask.ofBitmap(1, 1, new boolean[] {true});
    assertThatThrownBy(() -> Instance.detection(1, Double.NaN, mask))
        .hasMessage("the score of an instance is NaN");
    assertThatThrownBy(() -> new Instance(1, 1, mask, mask.boundingBox(), false, -4))
        .hasMessage("the area of an instance is -4.0");
  }

  @Test
  void refusesASegmentIdThatStandsTwice() {
    List<Segment> twice = List.of(new Segment(1, 0, false), new Segment(1, 2, false));
    assertThatThrownBy(() -> new PanopticSegmentation(1, 1, new int[] {1}, twice))
        .hasMessage("segment id 1 stands twice");
  }
}
