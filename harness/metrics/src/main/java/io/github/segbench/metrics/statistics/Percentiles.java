package io.github.segbench.metrics.statistics;

import io.github.segbench.metrics.evaluation.Interval;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The 95% percentile interval of resampled numbers. */
final class Percentiles {
  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  private Percentiles() {}

  /**
   * From the 2.5% to the 97.5% percentile, interpolated linearly between order statistics (type 7
   * of Hyndman and Fan 1996, NumPy's default). Undefined numbers are left out.
   *
   * @param numbers in any order, NaN where undefined
   * @return null if none is defined
   */
  static @Nullable Interval interval95(double[] numbers) {
    double[] sorted = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).sorted().toArray();
    if (sorted.length == 0) {
      return null;
    }
    return new Interval(percentile(sorted, LOW), percentile(sorted, HIGH));
  }

  private static double percentile(double[] sorted, double fraction) {
    double position = fraction * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
