package io.github.segbench.latency;

import io.github.segbench.engine.result.Scenario;
import io.github.segbench.engine.result.ScenarioResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measures a trial's scenarios, all in one fresh JVM. */
final class ScenarioMeter implements PhasePart {
  private final ScenarioSettings settings;
  private final ForkLauncher launcher;
  private final JmhFiles files;
  private final OutputCheck outputs;

  /**
   * @param settings of any number of scenarios
   */
  ScenarioMeter(
      ScenarioSettings settings, ForkLauncher launcher, JmhFiles files, OutputCheck outputs) {
    this.settings = settings;
    this.launcher = launcher;
    this.files = files;
    this.outputs = outputs;
  }

  @Override
  public int steps() {
    return settings.scenarios().isEmpty() ? 0 : 1;
  }

  /** How the results came about is added to the trial's log. */
  @Override
  public Findings measure(Steps steps) {
    if (settings.scenarios().isEmpty()) {
      return Findings.NONE;
    }
    List<ScenarioResult> results = steps.take(toString(), settings.expected(), this::measure);
    return Findings.ofScenarios(
        results, results.stream().map(ScenarioMeter::note).flatMap(Optional::stream).toList());
  }

  private List<ScenarioResult> measure() {
    ScenarioOutcome outcome =
        launcher
            .run(toString(), settings.expected(), ScenarioFork.class, ScenarioOutcome.class)
            .result();
    files.appendToLog(outcome.log());
    outputs.check("the fork of " + this, outcome.outputs());
    return outcome.results();
  }

  /** What a reader of a result should know, if there is anything. */
  static Optional<String> note(ScenarioResult result) {
    return result.scenario() == Scenario.SERVER && result.score() == null
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "scenario server has no result: no rate was found at which p99 keeps the bound of"
                    + " %.1f ms",
                result.boundMillis()))
        : Optional.empty();
  }

  /** For people, such as {@code scenarios singleStream, offline}. */
  @Override
  public String toString() {
    List<String> ids = settings.scenarios().stream().map(Scenario::id).toList();
    return (ids.size() == 1 ? "scenario " : "scenarios ") + String.join(", ", ids);
  }
}
