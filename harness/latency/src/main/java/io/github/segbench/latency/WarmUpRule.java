package io.github.segbench.latency;

import java.time.Duration;

/**
 * How long a fork warms up before it is timed.
 *
 * @param leastWindows that are waited for although times have settled; 0 for no warm-up at all
 * @param window length of one; it is longer where the images take longer
 * @param limit after which no window is added, whether times have settled or not
 */
record WarmUpRule(int leastWindows, Duration window, Duration limit) {

  /** No window is begun after so long: the limit, but no less than the least windows ask for. */
  long mostNanos() {
    return Math.max(limit.toNanos(), window.multipliedBy(leastWindows).toNanos());
  }
}
