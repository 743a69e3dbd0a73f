package io.github.segbench.metrics.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.metrics.boundary.NaiveBoundary;
import io.github.segbench.metrics.instance.NaiveCoco.Scene;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BoundaryIouTest {
  private static final int SIDE = TestScenes.SIDE;

  private final BoundaryIou measure = new BoundaryIou();

  @Test
  void isTheSmallerOfTheTwo() {
    // Masks of 6x6 and 6x7 pixels, the one in the other: IoU 36/42. Boundaries of width 1: 20 and
    // 22 pixels, of which they share the rows and columns at three sides: 6 + 5 + 5 = 16.
    Mask small = TestScenes.rectangle(1, 1, 6, 6);
    Mask large = TestScenes.rectangle(1, 1, 6, 7);
    assertThat(measure.of(small, large, false)).isEqualTo(16.0 / (20 + 22 - 16));
    assertThat(measure.of(small, large, true)).isEqualTo(1);
    assertThat(measure.of(large, large, false)).isEqualTo(1);
  }

  @Test
  void agreesWithAPixelLoop() {
    Random random = new Random(14);
    int decided = 0;
    for (int trial = 0; trial < 10_000; trial++) {
      Scene scene = TestScenes.random(random);
      double[][] overlaps = measure.between(scene.detections(), scene.truths());
      for (int d = 0; d < overlaps.length; d++) {
        for (int t = 0; t < overlaps[d].length; t++) {
          Instance detection = scene.detections().get(d);
          Instance truth = scene.truths().get(t);
          double ofMasks = NaiveCoco.iou(detection, truth);
          double expected = naive(detection, truth, ofMasks);
          assertThat(measure.of(detection.mask(), truth.mask(), truth.crowd())).isEqualTo(expected);
          // Below the smallest threshold it is said only that it is below.
          boolean open = ofMasks < 0.5 && !truth.crowd();
          assertThat(overlaps[d][t]).isEqualTo(open ? ofMasks : expected);
          decided += expected < ofMasks && !open ? 1 : 0;
        }
      }
    }
    assertThat(decided).isGreaterThan(100);
  }

  private static double naive(Instance detection, Instance truth, double ofMasks) {
    return truth.crowd()
        ? ofMasks
        : Math.min(ofMasks, NaiveCoco.iou(boundary(detection), boundary(truth)));
  }

  private static Instance boundary(Instance instance) {
    boolean[] boundary = NaiveBoundary.boundary(SIDE, SIDE, instance.mask().toBitmap(), 1);
    return Instance.detection(1, 1, Mask.ofBitmap(SIDE, SIDE, boundary));
  }

  @Test
  void hasNoPairsWithoutInstances() {
    Instance one = Instance.groundTruth(1, TestScenes.rectangle(0, 0, 3, 3));
    assertThat(measure.between(List.of(), List.of(one))).isEmpty();
    assertThat(measure.between(List.of(one), List.of())).hasDimensions(1, 0);
  }
}
