package io.github.segbench.latency;

import io.github.segbench.engine.plan.Trial;
import java.time.Duration;
import java.util.function.Supplier;

/** Counts the steps of one trial, over all parts of its latency phase, for those who watch. */
final class Steps {
  private final Trial trial;
  private final LatencyProgress progress;
  private final int total;
  private int number;

  /**
   * @param total number of steps that will be taken
   */
  Steps(Trial trial, LatencyProgress progress, int total) {
    this.trial = trial;
    this.progress = progress;
    this.total = total;
  }

  /**
   * Takes the next step; its end is told though it breaks.
   *
   * @param name for people
   * @param expected zero where it is not known
   */
  <T> T take(String name, Duration expected, Supplier<T> step) {
    number++;
    progress.timingStarted(trial, name, number, total, expected);
    try {
      return step.get();
    } finally {
      progress.timingEnded();
    }
  }
}
