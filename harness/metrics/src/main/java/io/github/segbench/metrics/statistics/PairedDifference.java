package io.github.segbench.metrics.statistics;

import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.Quantity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much better a second model is than a first on the same images.
 *
 * @param difference second minus first; null where one of them is undefined
 * @param interval 95% paired bootstrap interval; null where none was computed
 */
public record PairedDifference(
    Quantity quantity, @Nullable Double difference, @Nullable Interval interval) {
  public PairedDifference {
    Objects.requireNonNull(quantity, "quantity");
  }

  /** Whether the interval leaves out 0: the two models differ by more than the choice of images. */
  public boolean isSignificant() {
    return interval != null && (interval.low() > 0 || interval.high() < 0);
  }
}
