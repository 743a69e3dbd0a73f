package io.github.segbench.latency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Decides from the median times of windows whether code has become as fast as it will be: the last
 * three agree within 3%, and do not lead in one direction by more than 1%.
 */
final class SteadyState {
  private static final int WINDOWS = 3;
  private static final double TOLERANCE = 0.03;

  /** Three values of pure noise ascend or descend in every third case, but seldom so far. */
  private static final double TREND = 0.01;

  private final List<Double> last = new ArrayList<>();

  /**
   * @param median of the times of one window's calls, positive, in any unit
   */
  void add(double median) {
    if (last.size() == WINDOWS) {
      last.remove(0);
    }
    last.add(median);
  }

  /** False as long as there are fewer than three windows. */
  boolean isReached() {
    if (last.size() < WINDOWS) {
      return false;
    }
    double spread = Collections.max(last) / Collections.min(last) - 1;
    return spread <= TOLERANCE && !(spread > TREND && isMonotone());
  }

  private boolean isMonotone() {
    boolean ascending = true;
    boolean descending = true;
    for (int i = 1; i < last.size(); i++) {
      ascending &= last.get(i) > last.get(i - 1);
      descending &= last.get(i) < last.get(i - 1);
    }
    return ascending || descending;
  }
}
