package io.github.segbench.latency;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a fork of {@link TrialBenchmark} is told through system properties besides its trial.
 *
 * @param warmUp before the first call that JMH makes
 * @param pause before each call, where calls after a pause are timed
 * @param report the file that it appends its {@link ForkReport} to
 */
record TimingProperties(WarmUpRule warmUp, Duration pause, Path report) {
  private static final String WARMUP_WINDOWS = "segbench.latency.warmupWindows";
  private static final String WARMUP_WINDOW_NANOS = "segbench.latency.warmupWindowNanos";
  private static final String WARMUP_LIMIT_NANOS = "segbench.latency.warmupLimitNanos";
  private static final String PAUSE_NANOS = "segbench.latency.pauseNanos";
  private static final String REPORT = "segbench.latency.report";

  static TimingProperties ofThisJvm() {
    WarmUpRule warmUp =
        new WarmUpRule(
            Integer.parseInt(ForkProperties.required(WARMUP_WINDOWS)),
            nanos(WARMUP_WINDOW_NANOS),
            nanos(WARMUP_LIMIT_NANOS));
    return new TimingProperties(
        warmUp, nanos(PAUSE_NANOS), Path.of(ForkProperties.required(REPORT)));
  }

  private static Duration nanos(String property) {
    return Duration.ofNanos(Long.parseLong(ForkProperties.required(property)));
  }

  /** Arguments of the fork's JVM. */
  List<String> jvmArguments() {
    return List.of(
        "-D" + WARMUP_WINDOWS + "=" + warmUp.leastWindows(),
        "-D" + WARMUP_WINDOW_NANOS + "=" + warmUp.window().toNanos(),
        "-D" + WARMUP_LIMIT_NANOS + "=" + warmUp.limit().toNanos(),
        "-D" + PAUSE_NANOS + "=" + pause.toNanos(),
        "-D" + REPORT + "=" + report.toAbsolutePath());
  }
}
