package io.github.segbench.models.panoptic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class HeuristicMergeTest {
  /** Stuff is 0 and 2, things are 1 and 5; void is 9. */
  private static final LabelSet LABELS =
      new LabelSet(
          "four",
          List.of(
              new Category(0, "sky", false, 0),
              new Category(1, "car", true, 0),
              new Category(2, "road", false, 0),
              new Category(5, "dog", true, 0)),
          9);

  private static final HeuristicMerge MERGE = new HeuristicMerge(0.5, 0.5, 2);

  @Test
  void givesContestedPixelsToTheBetterInstance() {
    // The worse instance loses 1 of its 4 pixels, a quarter, and keeps 3.
    PanopticSegmentation merged =
        merge(
            MERGE,
            new int[] {0, 0, 0, 0, 0, 0, 0, 0},
            instance(1, 0.6, 0, 4),
            instance(5, 0.9, 3, 3));
    assertThat(merged.segmentIds()).containsExactly(2, 2, 2, 1, 1, 1, 3, 3);
    assertThat(merged.segments())
        .containsExactly(
            new Segment(1, 5, false), new Segment(2, 1, false), new Segment(3, 0, false));
  }

  @Test
  void dropsAnInstanceOfWhichMoreThanTheThresholdIsTaken() {
    // 3 of 4 pixels are taken: 0.75 > 0.5. Its last pixel goes to the stuff below.
    PanopticSegmentation merged =
        merge(MERGE, new int[] {2, 2, 2, 2, 2, 2}, instance(1, 0.6, 0, 4), instance(5, 0.9, 0, 3));
    assertThat(merged.segmentIds()).containsExactly(1, 1, 1, 2, 2, 2);
  }

  @Test
  void keepsAnInstanceOfWhichExactlyTheThresholdIsTaken() {
    // 2 of 4 pixels: 0.5 is not more than 0.5.
    PanopticSegmentation merged =
        merge(MERGE, new int[] {0, 0, 0, 0}, instance(1, 0.6, 0, 4), instance(5, 0.9, 0, 2));
    assertThat(merged.segmentIds()).containsExactly(1, 1, 2, 2);
  }

  @Test
  void leavesOutInstancesBelowTheScore() {
    PanopticSegmentation merged =
        merge(MERGE, new int[] {0, 0, 0, 0}, instance(1, 0.49, 0, 2), instance(1, 0.5, 2, 1));
    assertThat(merged.segmentIds()).containsExactly(2, 2, 1, 2);
  }

  @Test
  void makesStuffThatIsTooSmallVoid() {
    // Road has 1 pixel left, less than 2; sky has 2.
    PanopticSegmentation merged = merge(MERGE, new int[] {0, 0, 2, 2, 2}, instance(1, 0.9, 3, 2));
    assertThat(merged.segmentIds()).containsExactly(2, 2, 0, 1, 1);
    assertThat(merged.segments()).extracting(Segment::category).containsExactly(1, 0);
  }

  @Test
  void makesThingsOfTheLabelMapWithoutAnInstanceVoid() {
    PanopticSegmentation merged = merge(MERGE, new int[] {5, 5, 5, 9, 0, 0});
    assertThat(merged.segmentIds()).containsExactly(0, 0, 0, 0, 1, 1);
  }

  @Test
  void listsNoSegmentWithoutPixels() {
    PanopticSegmentation merged =
        merge(
            new HeuristicMerge(0, 1, 0),
            new int[] {2, 2},
            instance(1, 0.9, 0, 2),
            instance(5, 0.8, 0, 2),
            instance(5, 0.7, 0, 0));
    assertThat(merged.segmentIds()).containsExactly(1, 1);
    assertThat(merged.segments()).containsExactly(new Segment(1, 1, false));
  }

  @Test
  void agreesWithTheNaiveTwinOnRandomScenes() {
    Random random = new Random(12);
    int[] labels = {0, 1, 2, 5, 9};
    for (int round = 0; round < 200; round++) {
      int[] semantic = random.ints(20, 0, 5).map(i -> labels[i]).toArray();
      List<Instance> instances = new ArrayList<>();
      for (int i = random.nextInt(6); i > 0; i--) {
        int start = random.nextInt(20);
        instances.add(
            instance(
                random.nextBoolean() ? 1 : 5,
                random.nextInt(10) / 9.0,
                start,
                random.nextInt(21 - start)));
      }
      PanopticSegmentation merged = merge(MERGE, semantic, instances.toArray(Instance[]::new));
      assertThat(categories(merged)).containsExactly(naive(semantic, instances));
    }
  }

  /** The category of each pixel as detectron2's loop over masks finds it; -1 for void. */
  private static int[] naive(int[] semantic, List<Instance> instances) {
    int[] category = new int[20];
    Arrays.fill(category, -1);
    List<Instance> sorted = new ArrayList<>(instances);
    sorted.sort(Comparator.comparingDouble(Instance::score).reversed());
    for (Instance instance : sorted) {
      boolean[] mask = instance.mask().toBitmap();
      int area = 0;
      int taken = 0;
      for (int i = 0; i < 20; i++) {
        area += mask[i] ? 1 : 0;
        taken += mask[i] && category[i] >= 0 ? 1 : 0;
      }
      if (instance.score() < 0.5 || area == 0 || taken / (double) area > 0.5) {
        continue;
      }
      for (int i = 0; i < 20; i++) {
        if (mask[i] && category[i] < 0) {
          category[i] = instance.category();
        }
      }
    }
    int[] merged = category.clone();
    for (int stuff : new int[] {0, 2}) {
      int left = 0;
      for (int i = 0; i < 20; i++) {
        left += category[i] < 0 && semantic[i] == stuff ? 1 : 0;
      }
      for (int i = 0; i < 20 && left >= 2; i++) {
        if (category[i] < 0 && semantic[i] == stuff) {
          merged[i] = stuff;
        }
      }
    }
    return merged;
  }

  private static int[] categories(PanopticSegmentation merged) {
    int[] categories = new int[merged.width()];
    Arrays.fill(categories, -1);
    for (int i = 0; i < categories.length; i++) {
      for (Segment segment : merged.segments()) {
        if (segment.id() == merged.segmentIds()[i]) {
          categories[i] = segment.category();
        }
      }
    }
    return categories;
  }

  /** A row of pixels. */
  private static PanopticSegmentation merge(
      HeuristicMerge merge, int[] semantic, Instance... instances) {
    int width = semantic.length;
    short[] labels = new short[width];
    List<Instance> fitted = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      labels[i] = (short) semantic[i];
    }
    for (Instance instance : instances) {
      boolean[] bitmap = Arrays.copyOf(instance.mask().toBitmap(), width);
      fitted.add(
          Instance.detection(
              instance.category(), instance.score(), Mask.ofBitmap(width, 1, bitmap)));
    }
    return merge.merge(
        new LabelMap(width, 1, labels), new InstanceSegmentation(width, 1, fitted), LABELS);
  }

  private static Instance instance(int category, double score, int start, int length) {
    boolean[] bitmap = new boolean[20];
    Arrays.fill(bitmap, start, start + length, true);
    return Instance.detection(category, score, Mask.ofBitmap(20, 1, bitmap));
  }
}
