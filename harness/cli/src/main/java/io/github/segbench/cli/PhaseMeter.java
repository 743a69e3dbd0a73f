package io.github.segbench.cli;

import java.io.PrintWriter;
import java.time.Clock;

/** Shows how far one phase of one trial has come. Steps may be reported by many threads. */
interface PhaseMeter extends AutoCloseable {
  /** A bar on a terminal, plain lines elsewhere. */
  static PhaseMeter open(String phase, int total, PrintWriter err, boolean terminal, Clock clock) {
    return open(phase, PhaseUnit.IMAGES, 0, total, err, terminal, clock);
  }

  /**
   * A bar on a terminal, plain lines elsewhere.
   *
   * @param done steps that need no work
   * @param total steps; 0 if that is not known
   */
  static PhaseMeter open(
      String phase,
      PhaseUnit unit,
      long done,
      long total,
      PrintWriter err,
      boolean terminal,
      Clock clock) {
    return terminal
        ? new PhaseBar(System.err, phase, unit, done, total)
        : new PhaseLines(err, phase, unit, done, total, clock);
  }

  default void step() {
    steps(1);
  }

  void steps(long count);

  @Override
  void close();
}
