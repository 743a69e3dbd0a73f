package io.github.segbench.latency;

import java.time.Duration;

/**
 * How long a fork may take until it counts as one that hangs: ample for slow machines and networks,
 * because a fork that is ended in vain costs a trial.
 *
 * @param start for what comes before and around a measurement: opening the trial, checking outputs,
 *     and the images of a network that takes minutes
 * @param times the time that a measurement is expected to take
 */
record ForkLimit(Duration start, int times) {
  static final ForkLimit AMPLE = new ForkLimit(Duration.ofMinutes(30), 4);

  /**
   * @param expected time of the measurement
   */
  Duration of(Duration expected) {
    return start.plus(expected.multipliedBy(times));
  }
}
