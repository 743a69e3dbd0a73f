package io.github.segbench.latency;

import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.result.ScenarioResult;
import java.util.List;
import java.util.function.Function;

/**
 * What was found out about a trial.
 *
 * @param notes what a reader of the numbers should know
 */
record Findings(
    List<LatencyDistribution> timings,
    List<ScenarioResult> scenarios,
    List<ResourceUse> resources,
    List<String> notes) {
  static final Findings NONE = new Findings(List.of(), List.of(), List.of(), List.of());

  Findings {
    timings = List.copyOf(timings);
    scenarios = List.copyOf(scenarios);
    resources = List.copyOf(resources);
    notes = List.copyOf(notes);
  }

  static Findings ofTimings(List<LatencyDistribution> timings) {
    return new Findings(timings, List.of(), List.of(), List.of());
  }

  static Findings ofScenarios(List<ScenarioResult> scenarios, List<String> notes) {
    return new Findings(List.of(), scenarios, List.of(), notes);
  }

  /** All of several parts, in their order. */
  static Findings joined(List<Findings> parts) {
    return new Findings(
        joined(parts, Findings::timings),
        joined(parts, Findings::scenarios),
        joined(parts, Findings::resources),
        joined(parts, Findings::notes));
  }

  private static <T> List<T> joined(List<Findings> parts, Function<Findings, List<T>> of) {
    return parts.stream().map(of).flatMap(List::stream).toList();
  }
}
