package io.github.segbench.latency;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/** Looks for the highest rate that is kept, by trying rates. */
final class RateSearch {
  /** The result lies at most so far below a rate that was not kept. */
  static final double TOLERANCE = 0.05;

  private static final int MOST_HALVINGS = 5;

  private RateSearch() {}

  /**
   * Halves the rate until it is kept, then narrows down the gap to the last one that was not.
   *
   * @param top a rate that nothing can exceed
   * @param kept whether a rate is kept; a rate below one that is kept should be kept, too
   * @return empty if not even the rate after five halvings is kept
   */
  static OptionalDouble highest(double top, DoublePredicate kept) {
    double rate = top;
    int halvings = 0;
    while (!kept.test(rate)) {
      if (halvings == MOST_HALVINGS) {
        return OptionalDouble.empty();
      }
      rate /= 2;
      halvings++;
    }
    return OptionalDouble.of(halvings == 0 ? rate : narrowed(rate, 2 * rate, kept));
  }

  private static double narrowed(double keptRate, double brokenRate, DoublePredicate kept) {
    double low = keptRate;
    double high = brokenRate;
    while (high > low * (1 + TOLERANCE)) {
      double middle = Math.sqrt(low * high);
      if (kept.test(middle)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The rate itself if it stands a longer look. If not, one that is lower by 5%, then by 10% of
   * that, 20%, 40%.
   *
   * @param kept whether a rate is kept for longer
   * @return empty if none of them is
   */
  static OptionalDouble confirmed(double rate, DoublePredicate kept) {
    double candidate = rate;
    for (double step = TOLERANCE; step < 1; step *= 2) {
      if (kept.test(candidate)) {
        return OptionalDouble.of(candidate);
      }
      candidate *= 1 - step;
    }
    return OptionalDouble.empty();
  }
}
