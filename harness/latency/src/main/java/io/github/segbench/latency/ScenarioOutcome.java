package io.github.segbench.latency;

import io.github.segbench.engine.result.ScenarioResult;
import io.github.segbench.engine.run.OutputDigests;
import java.util.List;

/**
 * What a fork found out about scenarios.
 *
 * @param outputs what the queries' images give, one at a time
 * @param log lines on how it came to the results
 */
record ScenarioOutcome(List<ScenarioResult> results, OutputDigests outputs, List<String> log) {
  ScenarioOutcome {
    results = List.copyOf(results);
    log = List.copyOf(log);
  }
}
