package io.github.segbench.cli;

import java.io.PrintWriter;
import java.time.Clock;

/** Shows how far one phase of one trial has come. Steps may be reported by many threads. */
interface PhaseMeter extends AutoCloseable {
  /** A bar on a terminal, plain lines elsewhere. */
  static PhaseMeter open(String phase, int total, PrintWriter err, boolean terminal, Clock clock) {
    return terminal
        ? new PhaseBar(System.err, phase, total)
        : new PhaseLines(err, phase, total, clock);
  }

  void step();

  @Override
  void close();
}
