package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LabelAgreementTest {
  @Test
  void countsPixelsOfTheSameLabel() {
    // 3 of 4
    assertThat(agreement(semantic(1, 2, 3, 255), semantic(1, 2, 4, 255))).isEqualTo(0.75);
  }

  @Test
  void ofImagesOfDifferentSizesIsNone() {
    Segmentation wide = new SemanticSegmentation(new LabelMap(4, 1, new short[4]));
    Segmentation square = new SemanticSegmentation(new LabelMap(2, 2, new short[4]));
    assertThat(agreement(wide, square)).isZero();
  }

  @Test
  void doesNotMindTheIdsOfSegments() {
    PanopticSegmentation a = panoptic(List.of(1, 1, 2, 0), segment(1, 5), segment(2, 5));
    PanopticSegmentation b = panoptic(List.of(7, 7, 3, 0), segment(7, 5), segment(3, 5));
    assertThat(agreement(a, b)).isEqualTo(1);
  }

  @Test
  void seesSegmentsThatAreSplitJoinedOrOfAnotherCategory() {
    PanopticSegmentation whole = panoptic(List.of(1, 1, 1, 2), segment(1, 5), segment(2, 6));
    // the two pixels of the larger part, and the last one
    PanopticSegmentation split =
        panoptic(List.of(1, 1, 3, 2), segment(1, 5), segment(3, 5), segment(2, 6));
    assertThat(agreement(whole, split)).isEqualTo(0.75);
    PanopticSegmentation other = panoptic(List.of(1, 1, 1, 2), segment(1, 4), segment(2, 6));
    assertThat(agreement(whole, other)).isEqualTo(0.25);
    PanopticSegmentation empty = panoptic(List.of(1, 1, 1, 0), segment(1, 5));
    assertThat(agreement(whole, empty)).isEqualTo(0.75);
  }

  @Test
  void doesNotMindTheOrderOfInstances() {
    assertThat(
            agreement(
                instances(object(1, "##.."), object(1, "..##")),
                instances(object(1, "..##"), object(1, "##.."))))
        .isEqualTo(1);
  }

  @Test
  void matchesEveryInstanceOnce() {
    // one pair of 2 pixels in common; all: 2 + (2 + 2) - 2 = 4
    assertThat(
            agreement(
                instances(object(1, "##..")), instances(object(1, "##.."), object(1, "##.."))))
        .isEqualTo(0.5);
  }

  @Test
  void doesNotMatchInstancesOfOtherCategories() {
    assertThat(agreement(instances(object(1, "##..")), instances(object(2, "##..")))).isZero();
  }

  @Test
  void seesAPixelMoreOrLess() {
    // 2 in common; all: 3 + 2 - 2 = 3
    assertThat(agreement(instances(object(1, "###.")), instances(object(1, "##.."))))
        .isEqualTo(2.0 / 3);
  }

  @Test
  void ofNothingAndNothingIsFull() {
    assertThat(agreement(instances(), instances())).isEqualTo(1);
    assertThat(agreement(instances(), instances(object(1, "#...")))).isZero();
  }

  private static double agreement(Segmentation a, Segmentation b) {
    double there = LabelAgreement.of(a, b);
    assertThat(LabelAgreement.of(b, a)).isEqualTo(there);
    return there;
  }

  private static Segmentation semantic(int... labels) {
    short[] shorts = new short[labels.length];
    for (int i = 0; i < labels.length; i++) {
      shorts[i] = (short) labels[i];
    }
    return new SemanticSegmentation(new LabelMap(labels.length, 1, shorts));
  }

  private static PanopticSegmentation panoptic(List<Integer> ids, Segment... segments) {
    int[] map = ids.stream().mapToInt(Integer::intValue).toArray();
    return new PanopticSegmentation(map.length, 1, map, List.of(segments));
  }

  private static Segment segment(int id, int category) {
    return new Segment(id, category, false);
  }

  private static InstanceSegmentation instances(Instance... instances) {
    return new InstanceSegmentation(4, 1, new ArrayList<>(List.of(instances)));
  }

  private static Instance object(int category, String pixels) {
    boolean[] bitmap = new boolean[pixels.length()];
    for (int i = 0; i < bitmap.length; i++) {
      bitmap[i] = pixels.charAt(i) == '#';
    }
    return Instance.detection(category, 0.5, Mask.ofBitmap(bitmap.length, 1, bitmap));
  }
}
