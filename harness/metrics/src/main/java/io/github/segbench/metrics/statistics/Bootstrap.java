package io.github.segbench.metrics.statistics;

import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The percentile bootstrap over images (Efron and Tibshirani 1993, chapter 13): images are drawn
 * with replacement and the numbers of the data set are computed anew.
 *
 * <p>All cores work on it; the outcome depends on the settings and the counts alone.
 */
public final class Bootstrap {
  /** One image says nothing about the spread between images. */
  private static final int FEWEST_IMAGES = 2;

  private final BootstrapSettings settings;

  public Bootstrap(BootstrapSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /**
   * The 95% intervals; empty without resamples or with fewer than two images. A quantity that was
   * undefined in every resample has none.
   */
  public Map<Quantity, Interval> intervals(Resamplable numbers) {
    return intervals(numbers.quantities(), numbers.images().length, numbers::compute);
  }

  /**
   * The differences of two models that were scored on the same images (paired bootstrap): each draw
   * of images is used for both.
   *
   * @return one for each quantity, {@code second - first}
   * @throws IllegalArgumentException if images or quantities differ
   */
  public List<PairedDifference> compare(Resamplable first, Resamplable second) {
    if (!Arrays.equals(first.images(), second.images())) {
      throw new IllegalArgumentException("the two models were scored on different images");
    }
    List<Quantity> quantities = first.quantities();
    if (!quantities.equals(second.quantities())) {
      throw new IllegalArgumentException(
          "different quantities: " + quantities + " and " + second.quantities());
    }
    int images = first.images().length;
    Calculation difference =
        multiplicities -> {
          double[] values = second.compute(multiplicities);
          double[] subtracted = first.compute(multiplicities);
          for (int q = 0; q < values.length; q++) {
            values[q] -= subtracted[q];
          }
          return values;
        };
    double[] observed = difference.of(once(images));
    Map<Quantity, Interval> intervals = intervals(quantities, images, difference);
    return IntStream.range(0, observed.length)
        .mapToObj(q -> difference(quantities.get(q), observed[q], intervals))
        .toList();
  }

  private static PairedDifference difference(
      Quantity quantity, double observed, Map<Quantity, Interval> intervals) {
    return Double.isNaN(observed)
        ? new PairedDifference(quantity, null, null)
        : new PairedDifference(quantity, observed, intervals.get(quantity));
  }

  private Map<Quantity, Interval> intervals(
      List<Quantity> quantities, int images, Calculation calculation) {
    Map<Quantity, Interval> intervals = new HashMap<>();
    if (settings.resamples() == 0 || images < FEWEST_IMAGES) {
      return intervals;
    }
    double[][] numbers = resample(images, calculation);
    for (int q = 0; q < quantities.size(); q++) {
      double[] column = new double[numbers.length];
      for (int r = 0; r < numbers.length; r++) {
        column[r] = numbers[r][q];
      }
      @Nullable Interval interval = Percentiles.interval95(column);
      if (interval != null) {
        intervals.put(quantities.get(q), interval);
      }
    }
    return intervals;
  }

  /** The numbers of each resample, {@code [resamples][quantities]}. */
  private double[][] resample(int images, Calculation calculation) {
    ImageSampler sampler = new ImageSampler(settings.seed(), images);
    return IntStream.range(0, settings.resamples())
        .parallel()
        .mapToObj(draw -> calculation.of(sampler.multiplicities(draw)))
        .toArray(double[][]::new);
  }

  /** Every image counted once: the numbers of the data set itself. */
  static int[] once(int images) {
    int[] multiplicities = new int[images];
    Arrays.fill(multiplicities, 1);
    return multiplicities;
  }

  /** Numbers of a multiset of images. */
  private interface Calculation {
    double[] of(int[] multiplicities);
  }
}
