package io.github.segbench.latency;

import io.github.segbench.engine.result.ScenarioResult;
import java.util.List;

/**
 * What a fork found out about scenarios.
 *
 * @param log lines on how it came to the results
 */
record ScenarioOutcome(List<ScenarioResult> results, List<String> log) {
  ScenarioOutcome {
    results = List.copyOf(results);
    log = List.copyOf(log);
  }
}
