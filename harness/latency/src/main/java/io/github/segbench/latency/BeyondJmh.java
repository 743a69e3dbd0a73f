package io.github.segbench.latency;

import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.ScenarioResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is measured of a trial in forks that JMH has no part in: cold starts, then scenarios. */
final class BeyondJmh {
  private final Trial trial;
  private final LatencyProgress progress;
  private final @Nullable ColdStartMeter coldStarts;
  private final @Nullable ScenarioMeter scenarios;

  BeyondJmh(Trial trial, LatencyConfig config, LatencyProgress progress) {
    this.trial = trial;
    this.progress = progress;
    int maxBatch = trial.model().spec().preprocessing().maxBatch();
    this.coldStarts = config.coldStarts() == 0 ? null : new ColdStartMeter(config.coldStarts());
    this.scenarios =
        config.scenarios().scenarios().isEmpty()
            ? null
            : new ScenarioMeter(ScenarioSettings.of(config, maxBatch));
  }

  /** What came out of it. */
  record Outcome(
      List<LatencyDistribution> timings, List<ScenarioResult> scenarios, List<String> notes) {
    Outcome {
      timings = List.copyOf(timings);
      scenarios = List.copyOf(scenarios);
      notes = List.copyOf(notes);
    }
  }

  /** Number of steps that the progress is told. */
  int steps() {
    return (coldStarts == null ? 0 : 1) + (scenarios == null ? 0 : 1);
  }

  /**
   * @param total number of all steps of the trial, of which these are the last
   */
  Outcome measure(int total, ForkLauncher launcher, JmhFiles files) {
    List<LatencyDistribution> timings = new ArrayList<>();
    List<ScenarioResult> results = new ArrayList<>();
    int number = total - steps();
    ColdStartMeter cold = coldStarts;
    if (cold != null) {
      number++;
      begin(cold.toString(), number, total, Duration.ZERO);
      try {
        timings.addAll(cold.measure(launcher));
      } finally {
        progress.timingEnded();
      }
    }
    ScenarioMeter meter = scenarios;
    if (meter != null) {
      number++;
      begin(meter.toString(), number, total, meter.expected());
      try {
        results.addAll(meter.measure(launcher, files));
      } finally {
        progress.timingEnded();
      }
    }
    List<String> notes =
        results.stream().map(ScenarioMeter::note).flatMap(Optional::stream).toList();
    return new Outcome(timings, results, notes);
  }

  private void begin(String step, int number, int total, Duration expected) {
    progress.timingStarted(trial, step, number, total, expected);
  }
}
