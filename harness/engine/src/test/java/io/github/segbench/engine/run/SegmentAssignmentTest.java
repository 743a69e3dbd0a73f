package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.model.SegmentMatching;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SegmentAssignmentTest {
  private static final LabelSet LABELS =
      new LabelSet(
          "two", List.of(new Category(3, "sky", false, 0), new Category(7, "road", false, 0)), 255);

  @Test
  void givesEachCategoryToOneSegmentSoThatMostPixelsAgree() {
    // Segment 0 shares 2 pixels with sky, segment 1 shares 1 with sky and 2 with road, segment 2
    // shares 1 with road: sky goes to 0, road to 1 (4 pixels), and 2 is left over.
    Segmentations truth = map(6, 3, 3, 3, 7, 7, 7);
    Segmentations segments = map(6, 0, 0, 1, 1, 1, 2);

    assertThat(labels(SegmentMatching.ONE_TO_ONE, segments, truth))
        .containsExactly(3, 3, 7, 7, 7, 255);
  }

  @Test
  void givesEverySegmentTheCategoryOfMostOfItsPixels() {
    Segmentations truth = map(6, 3, 3, 3, 7, 7, 7);
    Segmentations segments = map(6, 0, 0, 1, 1, 1, 2);

    assertThat(labels(SegmentMatching.MAJORITY, segments, truth)).containsExactly(3, 3, 7, 7, 7, 7);
  }

  @Test
  void countsNoVoidPixels() {
    // Three void pixels do not make segment 0 void, and segment 1, all of it void, has no category.
    Segmentations truth = map(6, 255, 255, 255, 7, 255, 255);
    Segmentations segments = map(6, 0, 0, 0, 0, 1, 1);

    assertThat(labels(SegmentMatching.MAJORITY, segments, truth))
        .containsExactly(7, 7, 7, 7, 255, 255);
  }

  private static short[] labels(
      SegmentMatching matching, Segmentations segments, Segmentations truth) {
    return new SegmentAssignment(matching, LABELS)
        .apply(segments, truth)
        .semantic()
        .orElseThrow()
        .labels()
        .labels();
  }

  private static Segmentations map(int width, int... ids) {
    short[] labels = new short[ids.length];
    for (int i = 0; i < ids.length; i++) {
      labels[i] = (short) ids[i];
    }
    return Segmentations.of(
        new SemanticSegmentation(new LabelMap(width, ids.length / width, labels)));
  }
}
