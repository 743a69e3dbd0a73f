package io.github.segbench.metrics.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.Mask;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BoxIouTest {
  private final Random random = new Random(15);

  @Test
  void agreesWithCountingUnitSquares() {
    for (int trial = 0; trial < 20_000; trial++) {
      BoundingBox detection = wholeBox();
      BoundingBox truth = wholeBox();
      int found = 0;
      int common = 0;
      int either = 0;
      for (int y = 0; y < 16; y++) {
        for (int x = 0; x < 16; x++) {
          boolean inDetection = contains(detection, x, y);
          boolean inTruth = contains(truth, x, y);
          found += inDetection ? 1 : 0;
          common += inDetection && inTruth ? 1 : 0;
          either += inDetection || inTruth ? 1 : 0;
        }
      }
      assertThat(BoxIou.of(detection, truth, false))
          .isEqualTo(common == 0 ? 0 : (double) common / either);
      assertThat(BoxIou.of(detection, truth, true))
          .isEqualTo(common == 0 ? 0 : (double) common / found);
    }
  }

  private BoundingBox wholeBox() {
    return new BoundingBox(
        random.nextInt(8), random.nextInt(8), random.nextInt(8), random.nextInt(8));
  }

  private static boolean contains(BoundingBox box, int x, int y) {
    return x >= box.x() && x < box.x() + box.width() && y >= box.y() && y < box.y() + box.height();
  }

  @Test
  void keepsFractionsOfPixels() {
    BoundingBox left = new BoundingBox(0.5, 0.25, 2, 1);
    BoundingBox right = new BoundingBox(1.5, 0.75, 2, 1);
    // 1 x 0.5 of 2 + 2 - 0.5.
    assertThat(BoxIou.of(left, right, false)).isCloseTo(0.5 / 3.5, within(1e-15));
    assertThat(BoxIou.of(left, right, true)).isCloseTo(0.25, within(1e-15));
  }

  @Test
  void isZeroWhereBoxesOnlyTouchOrAreNone() {
    BoundingBox box = new BoundingBox(0, 0, 2, 2);
    assertThat(BoxIou.of(box, new BoundingBox(2, 0, 2, 2), false)).isZero();
    assertThat(BoxIou.of(box, new BoundingBox(0, 0, 0, 0), true)).isZero();
    assertThat(BoxIou.of(box, new BoundingBox(1, 1, -1, -1), false)).isZero();
    assertThat(BoxIou.of(box, new BoundingBox(Double.NaN, 0, 2, 2), false)).isZero();
  }

  @Test
  void comparesTheBoxesOfInstancesAndNotTheirMasks() {
    Mask mask = TestScenes.rectangle(0, 0, 1, 1);
    BoundingBox box = new BoundingBox(2, 2, 4, 3);
    Instance detection = Instance.detection(1, 0.5, mask, box);
    Instance truth = new Instance(1, 1, mask, new BoundingBox(2, 2, 2, 3), false, 1);
    Instance crowd = new Instance(1, 1, mask, new BoundingBox(0, 0, 8, 4), true, 1);
    // 6 of 12; of the 4x3 of the detection two rows are in the crowd.
    assertThat(new BoxIou().between(List.of(detection), List.of(truth, crowd)))
        .isDeepEqualTo(new double[][] {{0.5, 8.0 / 12}});
    assertThat(Overlap.BOX.areaOf(detection)).isEqualTo(12);
    assertThat(Overlap.MASK.areaOf(detection)).isEqualTo(1);
    assertThat(Overlap.BOUNDARY.areaOf(detection)).isEqualTo(1);
  }
}
