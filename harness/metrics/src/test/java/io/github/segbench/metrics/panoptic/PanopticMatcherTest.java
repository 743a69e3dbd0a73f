package io.github.segbench.metrics.panoptic;

import static io.github.segbench.metrics.panoptic.TestSegments.CAR;
import static io.github.segbench.metrics.panoptic.TestSegments.LABELS;
import static io.github.segbench.metrics.panoptic.TestSegments.SKY;
import static io.github.segbench.metrics.panoptic.TestSegments.car;
import static io.github.segbench.metrics.panoptic.TestSegments.crowd;
import static io.github.segbench.metrics.panoptic.TestSegments.map;
import static io.github.segbench.metrics.panoptic.TestSegments.random;
import static io.github.segbench.metrics.panoptic.TestSegments.sky;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.metrics.evaluation.ImagePair;
import io.github.segbench.metrics.evaluation.MetricException;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PanopticMatcherTest {
  private static final int CAR_INDEX = 0;
  private static final int SKY_INDEX = 1;

  @Test
  void matchesAboveHalfAndNotAtHalf() {
    // Car: 3 common, union 4 + 3 - 3 = 4. Sky: 3 common, union 4 + 5 - 3 = 6, less the two
    // predicted pixels on void 4.
    SegmentCounts counts =
        match(map("1111 2222 ....", car(1), sky(2)), map("555. 666. 66..", car(5), sky(6)));
    assertThat(counts.truePositives(CAR_INDEX)).isEqualTo(1);
    assertThat(counts.iouSum(CAR_INDEX)).isEqualTo(0.75);
    assertThat(counts.truePositives(SKY_INDEX)).isEqualTo(1);
    assertThat(counts.iouSum(SKY_INDEX)).isEqualTo(0.75);
    // 2 common, union 2 + 4 - 2 = 4: exactly half.
    SegmentCounts half = match(map("1111", car(1)), map("55..", car(5)));
    assertThat(half.truePositives(CAR_INDEX)).isZero();
    assertThat(half.falseNegatives(CAR_INDEX)).isEqualTo(1);
    assertThat(half.falsePositives(CAR_INDEX)).isEqualTo(1);
  }

  @Test
  void neverMatchesAnotherCategory() {
    SegmentCounts counts = match(map("1111", car(1)), map("5555", sky(5)));
    assertThat(counts.falseNegatives(CAR_INDEX)).isEqualTo(1);
    assertThat(counts.falsePositives(SKY_INDEX)).isEqualTo(1);
  }

  @Test
  void excusesPredictionsThatAreMostlyOnVoidOrCrowd() {
    // Three of five pixels on void.
    SegmentCounts onVoid = match(map("...11", sky(1)), map("55555", car(5)));
    assertThat(onVoid.falsePositives(CAR_INDEX)).isZero();
    // Two on void, one on the crowd of its class.
    SegmentCounts both = match(map("..122", crowd(1, CAR), sky(2)), map("55555", car(5)));
    assertThat(both.falsePositives(CAR_INDEX)).isZero();
    // The crowd of another class excuses nothing; a crowd is never missed.
    SegmentCounts other = match(map("..122", crowd(1, SKY), sky(2)), map("55555", car(5)));
    assertThat(other.falsePositives(CAR_INDEX)).isEqualTo(1);
    assertThat(other.falseNegatives(SKY_INDEX)).isEqualTo(1);
    // Exactly half is not enough.
    SegmentCounts half = match(map("..11", sky(1)), map("5555", car(5)));
    assertThat(half.falsePositives(CAR_INDEX)).isEqualTo(1);
  }

  @Test
  void remembersTheLastCrowdOfAClassAsTheReferenceDoes() {
    SegmentCounts first =
        match(map("11123", crowd(1, CAR), crowd(2, CAR), sky(3)), map("55555", car(5)));
    assertThat(first.falsePositives(CAR_INDEX)).isEqualTo(1);
    SegmentCounts last =
        match(map("11123", crowd(2, CAR), crowd(1, CAR), sky(3)), map("55555", car(5)));
    assertThat(last.falsePositives(CAR_INDEX)).isZero();
  }

  @Test
  void takesUnlistedTruePixelsForNeitherSegmentNorVoid() {
    // Segment 9 is in the map but not listed: prediction 5 has IoU 2/4, no excuse.
    SegmentCounts counts = match(map("1199", car(1)), map("5555", car(5)));
    assertThat(counts.falsePositives(CAR_INDEX)).isEqualTo(1);
    assertThat(counts.falseNegatives(CAR_INDEX)).isEqualTo(1);
  }

  @Test
  void namesTheSegmentThatIsWrong() {
    PanopticSegmentation truth = map("1111", car(1));
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> match(truth, map("5567", car(5), car(7))))
        .withMessage("the prediction has pixels of segment 6, which is not among its segments");
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> match(truth, map("55..", car(5), car(7))))
        .withMessage("the prediction lists segment 7, which has no pixel");
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> match(truth, map("5555", new Segment(5, 4, false))))
        .withMessage("segment 5 of the prediction has category 4, which labels test lack");
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> match(truth, map("555", car(5))))
        .withMessage("the prediction has 3x1 pixels, the ground truth 4x1");
  }

  @Test
  void agreesWithAPixelLoop() {
    Random random = new Random(8);
    for (int trial = 0; trial < 20_000; trial++) {
      PanopticSegmentation truth = random(random, 1, true);
      PanopticSegmentation prediction = random(random, 1 << 20, false);
      SegmentCounts counts = match(truth, prediction);
      SegmentCounts expected = NaivePanoptic.match(LABELS, truth, prediction);
      for (int c = 0; c < 2; c++) {
        assertThat(counts.iouSum(c)).isEqualTo(expected.iouSum(c));
        assertThat(counts.truePositives(c)).isEqualTo(expected.truePositives(c));
        assertThat(counts.falsePositives(c)).isEqualTo(expected.falsePositives(c));
        assertThat(counts.falseNegatives(c)).isEqualTo(expected.falseNegatives(c));
      }
    }
  }

  private static SegmentCounts match(PanopticSegmentation truth, PanopticSegmentation prediction) {
    return new PanopticMatcher(LABELS).match(new ImagePair<>(truth, prediction));
  }
}
