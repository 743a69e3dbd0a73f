package io.github.segbench.datasets.download;

import java.time.Duration;

/** A duration in words. */
final class Seconds {
  private Seconds() {}

  /** Such as {@code 30 s}. */
  static String text(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
