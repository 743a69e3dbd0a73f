package io.github.segbench.cli;

/** The exit codes of segbench. */
final class ExitStatus {
  static final int DONE = 0;
  static final int GATE_FAILED = 1;
  static final int BAD_USAGE = 2;
  static final int TRIAL_FAILED = 3;
  static final int NOT_FETCHED = 3;

  /** A defect of segbench itself; {@code EX_SOFTWARE} of sysexits.h. */
  static final int DEFECT = 70;

  /** Ended by Ctrl-C; 128 + SIGINT as shells count. */
  static final int INTERRUPTED = 130;

  private ExitStatus() {}
}
