package io.github.segbench.metrics.evaluation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One number of an evaluation.
 *
 * @param metric its standard name, such as {@code mIoU}
 * @param category a label's name, or {@link #ALL}, {@link #THINGS}, {@link #STUFF}
 * @param value a fraction 0..1; null where it is undefined
 * @param interval 95% bootstrap interval; null where none was computed
 * @param images the number of images that it is over
 */
public record MetricValue(
    String metric,
    String category,
    @Nullable Double value,
    @Nullable Interval interval,
    int images) {
  public static final String ALL = "all";
  public static final String THINGS = "things";
  public static final String STUFF = "stuff";

  public MetricValue {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(category, "category");
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException(metric + " of " + category + " is " + value);
    }
  }
}
