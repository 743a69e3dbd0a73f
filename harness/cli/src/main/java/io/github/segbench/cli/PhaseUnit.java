package io.github.segbench.cli;

import java.util.Locale;

/**
 * What the steps of a phase are counted in.
 *
 * @param name follows the number
 * @param steps that make one
 */
record PhaseUnit(String name, long steps) {
  static final PhaseUnit IMAGES = new PhaseUnit("images", 1);

  /** Steps are bytes. */
  static final PhaseUnit MEGABYTES = new PhaseUnit("MB", 1_000_000);

  /** A number of steps in this unit, without its name. */
  String text(long count) {
    return steps == 1
        ? Long.toString(count)
        : String.format(Locale.ROOT, "%.1f", (double) count / steps);
  }
}
