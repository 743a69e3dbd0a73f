package io.github.segbench.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Quantity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

final class BootstrapTest {
  private static final Quantity MEAN = new Quantity("mean", "all");
  private static final Quantity LARGEST = new Quantity("largest", "all");

  @Test
  void drawsTheSameImagesOnEveryMachine() {
    // SplitMix64 by an independent program (Python): seed 42, nine images, draws 0 and 1.
    ImageSampler sampler = new ImageSampler(42, 9);
    assertThat(sampler.multiplicities(0)).containsExactly(2, 2, 0, 1, 1, 0, 2, 0, 1);
    assertThat(sampler.multiplicities(1)).containsExactly(0, 0, 1, 2, 1, 1, 3, 0, 1);
  }

  @Test
  void drawsEachImageAsOftenAsAnyOther() {
    ImageSampler sampler = new ImageSampler(1, 7);
    int[] sums = new int[7];
    for (int draw = 0; draw < 10_000; draw++) {
      int[] multiplicities = sampler.multiplicities(draw);
      assertThat(Arrays.stream(multiplicities).sum()).isEqualTo(7);
      Arrays.setAll(sums, i -> sums[i] + multiplicities[i]);
    }
    // 10000 expected; standard deviation sqrt(70000 x 1/7 x 6/7) = 93.
    assertThat(Arrays.stream(sums).boxed())
        .allSatisfy(sum -> assertThat(sum).isBetween(9_600, 10_400));
  }

  @Test
  void interpolatesPercentilesAsNumPy() {
    // 2.5% of 0..40 lies at position 0.025 x 40 = 1, 97.5% at 39; undefined numbers do not count.
    double[] numbers = new double[43];
    for (int i = 0; i < 41; i++) {
      numbers[i] = 40 - i;
    }
    numbers[41] = Double.NaN;
    numbers[42] = Double.NaN;
    assertThat(Percentiles.interval95(numbers)).isEqualTo(new Interval(1, 39));
    // Of 1 and 3: positions 0.025 and 0.975 between them.
    Interval two = Percentiles.interval95(new double[] {3, 1});
    assertThat(two.low()).isCloseTo(1.05, within(1e-15));
    assertThat(two.high()).isCloseTo(2.95, within(1e-15));
    assertThat(Percentiles.interval95(new double[] {Double.NaN})).isNull();
  }

  @Test
  void coversTheMeanAsTheoryHasIt() {
    // 400 images, half 0 and half 1: standard error 0.5 / 20 = 0.025, 1.96 of them are 0.049.
    double[] values = new double[400];
    Arrays.fill(values, 0, 200, 1);
    Interval interval =
        new Bootstrap(new BootstrapSettings(2000, 1))
            .intervals(new FakeNumbers(values, 0))
            .get(MEAN);
    assertThat(interval.low()).isCloseTo(0.451, within(0.006));
    assertThat(interval.high()).isCloseTo(0.549, within(0.006));
  }

  @Test
  void isTheSameWhateverTheThreads() throws Exception {
    FakeNumbers numbers = new FakeNumbers(new double[] {0.1, 0.7, 0.3, 0.9, 0.2}, 0.25);
    Bootstrap bootstrap = new Bootstrap(new BootstrapSettings(500, 9));
    ForkJoinPool one = new ForkJoinPool(1);
    ForkJoinPool many = new ForkJoinPool(8);
    try {
      Map<Quantity, Interval> alone = one.submit(() -> bootstrap.intervals(numbers)).get();
      assertThat(many.submit(() -> bootstrap.intervals(numbers)).get()).isEqualTo(alone);
      assertThat(alone).containsOnlyKeys(MEAN, LARGEST);
    } finally {
      one.shutdown();
      many.shutdown();
    }
    assertThat(new Bootstrap(new BootstrapSettings(500, 10)).intervals(numbers).get(MEAN))
        .isNotEqualTo(bootstrap.intervals(numbers).get(MEAN));
  }

  @Test
  void hasNoIntervalOfOneImageOrWithoutResamples() {
    FakeNumbers one = new FakeNumbers(new double[] {0.5}, 0);
    assertThat(new Bootstrap(BootstrapSettings.DEFAULT).intervals(one)).isEmpty();
    FakeNumbers two = new FakeNumbers(new double[] {0.5, 0.7}, 0);
    assertThat(new Bootstrap(new BootstrapSettings(0, 1)).intervals(two)).isEmpty();
  }

  @Test
  void givesNoIntervalToANumberThatIsUndefined() {
    FakeNumbers numbers = new FakeNumbers(new double[] {0.5, 0.7}, 2);
    List<MetricValue> values = MetricValues.of(numbers, numbers, new BootstrapSettings(50, 1));
    assertThat(values.get(0).value()).isEqualTo(0.6);
    assertThat(values.get(0).interval()).isNotNull();
    assertThat(values.get(0).images()).isEqualTo(2);
    assertThat(values.get(1)).isEqualTo(new MetricValue("largest", "all", null, null, 2));
  }

  @Test
  void comparesTwoModelsOnTheSameDraws() {
    // The second is better by 0.1 on every image: the difference does not depend on the draw.
    double[] first = {0.1, 0.5, 0.3, 0.8};
    double[] second = {0.2, 0.6, 0.4, 0.9};
    Bootstrap bootstrap = new Bootstrap(new BootstrapSettings(200, 1));
    PairedDifference mean =
        bootstrap.compare(new FakeNumbers(first, 0), new FakeNumbers(second, 0)).get(0);
    assertThat(mean.quantity()).isEqualTo(MEAN);
    assertThat(mean.difference()).isCloseTo(0.1, within(1e-15));
    assertThat(mean.interval().low()).isCloseTo(0.1, within(1e-15));
    assertThat(mean.interval().high()).isCloseTo(0.1, within(1e-15));
    assertThat(mean.isSignificant()).isTrue();
    PairedDifference none =
        bootstrap.compare(new FakeNumbers(first, 0), new FakeNumbers(first, 0)).get(0);
    assertThat(none.isSignificant()).isFalse();
    assertThat(bootstrap.compare(new FakeNumbers(first, 2), new FakeNumbers(second, 0)).get(1))
        .isEqualTo(new PairedDifference(LARGEST, null, null));
  }

  @Test
  void refusesToCompareModelsOnDifferentImages() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Bootstrap(BootstrapSettings.DEFAULT)
                    .compare(
                        new FakeNumbers(new double[] {1, 2}, 0),
                        new FakeNumbers(new double[] {1}, 0)))
        .withMessage("the two models were scored on different images");
  }
}
