package io.github.segbench.latency;

import io.github.segbench.engine.result.Scenario;
import io.github.segbench.engine.result.ScenarioResult;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measures a trial's scenarios, all in one fresh JVM. */
final class ScenarioMeter {
  private final ScenarioSettings settings;

  /**
   * @param settings with one scenario at least
   */
  ScenarioMeter(ScenarioSettings settings) {
    this.settings = settings;
  }

  /** How the results came about is added to the trial's log. */
  List<ScenarioResult> measure(ForkLauncher launcher, JmhFiles files) {
    ScenarioOutcome outcome =
        launcher.run(toString(), ScenarioFork.class, ScenarioOutcome.class).result();
    files.appendToLog(outcome.log());
    return outcome.results();
  }

  Duration expected() {
    return settings.expected();
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
