package io.github.segbench.latency;

import java.nio.file.Path;
import java.util.List;

/**
 * What a fork of {@link TrialBenchmark} is told through system properties besides its trial.
 *
 * @param report the file that it appends its {@link ForkReport} to
 */
record TimingProperties(Path report) {
  private static final String REPORT = "segbench.latency.report";

  static TimingProperties ofThisJvm() {
    return new TimingProperties(Path.of(ForkProperties.required(REPORT)));
  }

  /** Arguments of the fork's JVM. */
  List<String> jvmArguments() {
    return List.of("-D" + REPORT + "=" + report.toAbsolutePath());
  }
}
