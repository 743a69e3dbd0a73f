package io.github.segbench.latency;

import io.github.segbench.engine.plan.Trial;
import java.time.Duration;

/** Is told how far the timing of a trial has come. */
public interface LatencyProgress {
  /**
   * @param timing for people, such as {@code inference (sample, 1 thread, batch 4)} or {@code cold
   *     start (5 JVMs)}
   * @param number from 1
   * @param total number of timings of the trial
   * @param expected time of warm-up and measurement, without the start of JVMs; the warm-up may
   *     take longer; zero where it is not known
   */
  void timingStarted(Trial trial, String timing, int number, int total, Duration expected);

  /** Also called for a timing that breaks. */
  void timingEnded();
}
