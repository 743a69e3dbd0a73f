package io.github.segbench.metrics.panoptic;

import static io.github.segbench.metrics.panoptic.TestSegments.LABELS;
import static io.github.segbench.metrics.panoptic.TestSegments.car;
import static io.github.segbench.metrics.panoptic.TestSegments.map;
import static io.github.segbench.metrics.panoptic.TestSegments.sky;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImageValue;
import io.github.segbench.metrics.evaluation.MetricException;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PanopticAccumulatorTest {
  private static final BootstrapSettings NO_INTERVALS = new BootstrapSettings(0, 0);

  /**
   * Image 0: the car has 3 common pixels of 4, so has the sky, as two predicted ones lie on void.
   * Image 1: the predicted car has 1 common pixel of 4 and is no match, the sky is right. Image 2
   * has no segment.
   *
   * <p>Car: IoU 3/4, TP 1, FP 1, FN 1. Sky: IoU 3/4 + 1, TP 2. The tree occurs nowhere.
   */
  private static Evaluation threeImages() {
    PanopticAccumulator accumulator = accumulator();
    accumulator.add(
        0,
        image(map("1111 2222 ....", car(1), sky(2))),
        image(map("555. 666. 66..", car(5), sky(6))));
    accumulator.add(
        1, image(map("1111 2222", car(1), sky(2))), image(map("5... 6666", car(5), sky(6))));
    accumulator.add(2, image(map("....")), image(map("....")));
    return accumulator.evaluate(NO_INTERVALS);
  }

  @ParameterizedTest
  @CsvSource({
    // 3/4 / (1 + 1/2 + 1/2)
    "PQ, car, 0.375",
    "SQ, car, 0.75",
    "RQ, car, 0.5",
    // 7/4 / 2
    "PQ, sky, 0.875",
    "SQ, sky, 0.875",
    "RQ, sky, 1",
    // (3/8 + 7/8) / 2, not the mean SQ 13/16 x the mean RQ 3/4
    "PQ, all, 0.625",
    "SQ, all, 0.8125",
    "RQ, all, 0.75",
    "PQ, things, 0.375",
    // The tree is left out.
    "PQ, stuff, 0.875",
  })
  void averagesTheCategoriesThatOccur(String metric, String category, double expected) {
    assertThat(value(threeImages(), metric, category)).isEqualTo(expected);
  }

  @Test
  void hasNoNumberOfWhatDoesNotOccur() {
    assertThat(value(threeImages(), "PQ", "tree")).isNull();
    PanopticAccumulator empty = accumulator();
    empty.add(0, image(map("..")), image(map("..")));
    assertThat(empty.evaluate(BootstrapSettings.DEFAULT).values())
        .isNotEmpty()
        .allMatch(v -> v.value() == null && v.interval() == null);
  }

  @Test
  void ranksImagesByTheCategoriesThatOccurInThem() {
    // Image 1: the car has 0, the sky 1.
    assertThat(threeImages().imageValues())
        .containsExactly(
            new ImageValue(0, "PQ", 0.75),
            new ImageValue(1, "PQ", 0.5),
            new ImageValue(2, "PQ", null));
  }

  @Test
  void segmentsThatAreNeverMatchedHaveTheQualityZero() {
    PanopticAccumulator accumulator = accumulator();
    accumulator.add(0, image(map("1111", car(1))), image(map("....")));
    Evaluation evaluation = accumulator.evaluate(NO_INTERVALS);
    assertThat(value(evaluation, "SQ", "car")).isZero();
    assertThat(value(evaluation, "PQ", MetricValue.ALL)).isZero();
  }

  @Test
  void isTheSameToTheLastBitHoweverImagesAreSpread() {
    Random random = new Random(12);
    List<Segmentations> truths = new ArrayList<>();
    List<Segmentations> predictions = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      truths.add(image(TestSegments.random(random, 1, true)));
      predictions.add(image(TestSegments.random(random, 100, false)));
      order.add(i);
    }
    PanopticAccumulator alone = accumulator();
    order.forEach(i -> alone.add(i, truths.get(i), predictions.get(i)));
    List<PanopticAccumulator> several = List.of(accumulator(), accumulator());
    Collections.shuffle(order, random);
    order.forEach(i -> several.get(random.nextInt(2)).add(i, truths.get(i), predictions.get(i)));
    several.get(1).merge(several.get(0));
    BootstrapSettings settings = new BootstrapSettings(50, 1);
    assertThat(several.get(1).evaluate(settings)).isEqualTo(alone.evaluate(settings));
    assertThat(value(alone.evaluate(settings), "PQ", "car")).isBetween(0.05, 0.95);
  }

  @Test
  void refusesOtherTasksAndKindsAndAnImageTwice() {
    PanopticAccumulator accumulator = accumulator();
    Segmentations sound = image(map("11", car(1)));
    Segmentations instances = Segmentations.of(new InstanceSegmentation(2, 1, List.of()));
    assertThatExceptionOfType(MetricException.class)
        .isThrownBy(() -> accumulator.add(0, instances, sound))
        .withMessage("the ground truth has no panoptic segmentation");
    accumulator.add(0, sound, sound);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.add(0, sound, sound))
        .withMessage("image 0 was added before");
    LabelSet other = new LabelSet("other", LABELS.categories(), LabelSet.NO_IGNORE);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                accumulator.merge(new PanopticAccumulator(other, PanopticOverlap.MASK, List.of())));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                accumulator.merge(
                    new PanopticAccumulator(LABELS, PanopticOverlap.BOUNDARY, List.of())));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PanopticAccumulator(
                    LABELS,
                    PanopticOverlap.MASK,
                    List.of(PanopticMetric.ofBoundaries("boundaryPQ", new PanopticQuality()))))
        .withMessage("boundaryPQ is not of the overlap MASK");
  }

  @Test
  void leavesStuffWithoutTruthOutOfModifiedQuality() {
    // The predicted tree is a false positive of PQ: (1 + 0) / 2. Modified PQ has no number of it.
    PanopticAccumulator accumulator =
        new PanopticAccumulator(
            LABELS,
            PanopticOverlap.MASK,
            List.of(
                new PanopticMetric("PQ", new PanopticQuality()),
                PanopticMetric.modifiedQuality("modifiedPQ")));
    accumulator.add(
        0,
        image(map("1122", sky(1), car(2))),
        image(map("5567", sky(5), car(6), new Segment(7, 9, false))));
    Evaluation evaluation = accumulator.evaluate(NO_INTERVALS);
    assertThat(value(evaluation, "PQ", "stuff")).isEqualTo(0.5);
    assertThat(value(evaluation, "PQ", "tree")).isZero();
    assertThat(value(evaluation, "modifiedPQ", "stuff")).isEqualTo(1);
    assertThat(value(evaluation, "modifiedPQ", "tree")).isNull();
    // Of the car both say the same: IoU 1/2 is no match.
    assertThat(value(evaluation, "modifiedPQ", "things")).isZero();
  }

  private static PanopticAccumulator accumulator() {
    return new PanopticAccumulator(
        LABELS,
        PanopticOverlap.MASK,
        List.of(
            new PanopticMetric("PQ", new PanopticQuality()),
            new PanopticMetric("SQ", new SegmentationQuality()),
            new PanopticMetric("RQ", new RecognitionQuality())));
  }

  private static Segmentations image(PanopticSegmentation segmentation) {
    return Segmentations.of(segmentation);
  }

  private static Double value(Evaluation evaluation, String metric, String category) {
    return evaluation.value(metric, category).orElseThrow().value();
  }
}
