package io.github.segbench.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The paired bootstrap of real accumulators, among them some of several parts. */
final class ComparisonTest {
  private static final Bootstrap BOOTSTRAP = new Bootstrap(new BootstrapSettings(400, 7));

  /**
   * PQ of a: the first model is right on both images; the second misses image 0 with one false
   * positive and one false negative, IoU 1/4, and is right on image 1.
   *
   * <p>Second minus first: 1 / (1 + 1/2 + 1/2) - 1 = -1/2. Of draws of two images a quarter has
   * image 0 twice, 0 - 1 = -1, and a quarter image 1 twice, 1 - 1 = 0: the interval is [-1, 0].
   */
  @Test
  void comparesAsWorkedByHand() {
    List<Segmentations> truths = List.of(TestImages.row("aaaa"), TestImages.row("aa.."));
    List<Segmentations> worse = List.of(TestImages.row("a..."), TestImages.row("aa.."));
    List<PairedDifference> differences =
        BOOTSTRAP.compare(panoptic(truths, truths), panoptic(truths, worse));
    for (String metric : List.of("PQ", "boundaryPQ")) {
      assertThat(differences)
          .contains(
              new PairedDifference(new Quantity(metric, "a"), -0.5, new Interval(-1, 0)),
              new PairedDifference(new Quantity(metric, "all"), -0.5, new Interval(-1, 0)),
              new PairedDifference(new Quantity(metric, "d"), null, null));
    }
    assertThat(differences).noneMatch(PairedDifference::isSignificant);
  }

  /** PQ and Boundary PQ come from two accumulators. */
  private static Resamplable panoptic(List<Segmentations> truths, List<Segmentations> predictions) {
    Accumulator accumulator =
        Accumulators.create(
            TestImages.labels(), Convention.COCO_PANOPTIC, List.of(Metric.PQ, Metric.BOUNDARY_PQ));
    for (int i = 0; i < truths.size(); i++) {
      accumulator.add(i, truths.get(i), predictions.get(i));
    }
    return accumulator.numbers();
  }

  @ParameterizedTest
  @EnumSource(Convention.class)
  void findsNoDifferenceBetweenTheSamePredictions(Convention convention) {
    List<PairedDifference> differences =
        BOOTSTRAP.compare(randomModel(convention, 5), randomModel(convention, 5));
    assertThat(differences)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            difference -> {
              if (difference.difference() != null) {
                assertThat(difference.difference()).isZero();
                assertThat(difference.interval()).isEqualTo(new Interval(0, 0));
              }
            });
    assertThat(differences).anyMatch(difference -> difference.difference() != null);
  }

  @ParameterizedTest
  @EnumSource(Convention.class)
  void isTheSameWhateverTheThreads(Convention convention) throws Exception {
    Resamplable first = randomModel(convention, 5);
    Resamplable second = randomModel(convention, 6);
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool many = new ForkJoinPool(8);
    try {
      List<PairedDifference> alone = one.submit(() -> BOOTSTRAP.compare(first, second)).get();
      assertThat(many.submit(() -> BOOTSTRAP.compare(first, second)).get()).isEqualTo(alone);
      assertThat(alone)
          .anyMatch(difference -> difference.difference() != null && difference.difference() != 0);
    } finally {
      one.shutdown();
      many.shutdown();
    }
  }

  @Test
  void refusesModelsOfDifferentMetrics() {
    List<Segmentations> images = List.of(TestImages.row("a"), TestImages.row("b"));
    Accumulator semantic = TestImages.accumulator(TestImages.labels(), Convention.STANDARD);
    semantic.add(0, images.get(0), images.get(0));
    semantic.add(1, images.get(1), images.get(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BOOTSTRAP.compare(panoptic(images, images), semantic.numbers()))
        .withMessageStartingWith("different quantities: [Quantity[metric=PQ, category=all]");
  }

  /** The same images for all, predictions by the seed. */
  private static Resamplable randomModel(Convention convention, int seed) {
    Random images = new Random(1);
    Random random = new Random(seed);
    Accumulator accumulator = TestImages.accumulator(TestImages.labels(), convention);
    List<Segmentations> truths = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      truths.add(TestImages.random(images));
      Segmentations other = TestImages.random(random);
      accumulator.add(i, truths.get(i), random.nextBoolean() ? truths.get(i) : other);
    }
    return accumulator.numbers();
  }
}
