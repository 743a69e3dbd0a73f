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
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.metrics.evaluation.ImagePair;
import io.github.segbench.metrics.evaluation.MetricException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
  void missesATrueSegmentWithoutPixels() {
    // Listed in the ground truth, in the map nowhere: the reference counts a false negative.
    SegmentCounts counts = match(map("11..", car(1), car(2)), map("55..", car(5)));
    assertThat(counts.truePositives(CAR_INDEX)).isEqualTo(1);
    assertThat(counts.falseNegatives(CAR_INDEX)).isEqualTo(1);
  }

  @Test
  void sumsEveryOverlapOfACategoryForModifiedQuality() {
    // Sky 1 meets 5 in 1 pixel, union 4 + 1 - 1 = 4, and 6 in 2, union 4 + 3 - 2 = 5. The car 2
    // meets
    // 6, of another category, and 7 in 1, union 2. No pair reaches IoU 0.5.
    SegmentCounts counts =
        match(map("1111 22", sky(1), car(2)), map(".566 67", sky(5), sky(6), car(7)));
    assertThat(counts.overlapSum(SKY_INDEX)).isEqualTo(1 / 4.0 + 2 / 5.0);
    assertThat(counts.overlapSum(CAR_INDEX)).isEqualTo(1 / 2.0);
    assertThat(counts.iouSum(SKY_INDEX)).isZero();
    assertThat(counts.falseNegatives(SKY_INDEX)).isEqualTo(1);
    assertThat(counts.falsePositives(SKY_INDEX)).isEqualTo(2);
  }

  @Test
  void matchesByTheSmallerOfMaskAndBoundaryIou() {
    // 5x5 pixels, distance 1. The truth fills the map: its boundary is the 16 pixels of the frame.
    // The prediction lacks the left column: boundary of 4x5 pixels, 14. Common are the frame's
    // pixels but the left 5, 11; the column x = 1 is inside the truth. 11 / (16 + 14 - 11) = 11/19,
    // of the masks 20/25.
    String full = "11111".repeat(5);
    String narrower = ".5555".repeat(5);
    ImagePair<PanopticSegmentation> pair =
        new ImagePair<>(map(5, full, car(1)), map(5, narrower, car(5)));
    PanopticMatcher byBoundary = new PanopticMatcher(LABELS, PanopticOverlap.BOUNDARY);
    assertThat(byBoundary.match(pair).iouSum(CAR_INDEX)).isEqualTo(11 / 19.0);
    assertThat(new PanopticMatcher(LABELS).match(pair).iouSum(CAR_INDEX)).isEqualTo(20 / 25.0);
  }

  @Test
  void leavesPredictedBoundariesOnVoidOutOfTheUnion() {
    // The truth is void in the left column. Its boundary are 14 pixels, as above; of the predicted
    // frame of 16 pixels 5 lie on void, 11 are common: 11 / (14 + 16 - 11 - 5) = 11/14. The masks
    // have 20 common pixels and the union 25 + 20 - 20 - 5 = 20.
    ImagePair<PanopticSegmentation> pair =
        new ImagePair<>(map(5, ".1111".repeat(5), car(1)), map(5, "55555".repeat(5), car(5)));
    PanopticMatcher byBoundary = new PanopticMatcher(LABELS, PanopticOverlap.BOUNDARY);
    assertThat(byBoundary.match(pair).iouSum(CAR_INDEX)).isEqualTo(11 / 14.0);
  }

  @Test
  void countsThousandsOfSegments() {
    // Each of 4900 pixels a car of its own, found to the pixel: no matrix of 24 million cells.
    int[] ids = IntStream.rangeClosed(1, 4900).toArray();
    List<Segment> cars = Arrays.stream(ids).mapToObj(TestSegments::car).toList();
    PanopticSegmentation map = new PanopticSegmentation(70, 70, ids, cars);
    SegmentCounts counts = match(map, map);
    assertThat(counts.truePositives(CAR_INDEX)).isEqualTo(4900);
    assertThat(counts.iouSum(CAR_INDEX)).isEqualTo(4900);
    assertThat(counts.falsePositives(CAR_INDEX)).isZero();
  }

  @ParameterizedTest
  @EnumSource(PanopticOverlap.class)
  void agreesWithAPixelLoop(PanopticOverlap overlap) {
    Random random = new Random(8);
    PanopticMatcher matcher = new PanopticMatcher(LABELS, overlap);
    long matches = 0;
    for (int trial = 0; trial < 7_000; trial++) {
      PanopticSegmentation truth = random(random, 1, true);
      PanopticSegmentation prediction = random(random, 1 << 20, false);
      matches += assertAgrees(matcher, overlap, truth, prediction);
      PanopticSegmentation rectangles = TestSegments.randomRectangles(random, 1, true);
      PanopticSegmentation close = TestSegments.perturbed(random, rectangles, 1 << 10);
      matches += assertAgrees(matcher, overlap, rectangles, close);
    }
    assertThat(matches).isGreaterThan(3_000);
  }

  private static long assertAgrees(
      PanopticMatcher matcher,
      PanopticOverlap overlap,
      PanopticSegmentation truth,
      PanopticSegmentation prediction) {
    SegmentCounts counts = matcher.match(new ImagePair<>(truth, prediction));
    SegmentCounts expected = NaivePanoptic.match(LABELS, overlap, truth, prediction);
    for (int c = 0; c < 2; c++) {
      assertThat(counts.iouSum(c)).isEqualTo(expected.iouSum(c));
      // Added in another order.
      assertThat(counts.overlapSum(c)).isCloseTo(expected.overlapSum(c), within(1e-12));
      assertThat(counts.truePositives(c)).isEqualTo(expected.truePositives(c));
      assertThat(counts.falsePositives(c)).isEqualTo(expected.falsePositives(c));
      assertThat(counts.falseNegatives(c)).isEqualTo(expected.falseNegatives(c));
    }
    return counts.truePositives(0) + counts.truePositives(1);
  }

  private static SegmentCounts match(PanopticSegmentation truth, PanopticSegmentation prediction) {
    return new PanopticMatcher(LABELS).match(new ImagePair<>(truth, prediction));
  }
}
