package io.github.segbench.engine.result;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast a trial's model is and what it takes: what the latency phase found out.
 *
 * @param timings of stages
 * @param scenarios of use, such as a server with random arrivals; empty if none was asked for
 * @param resources such as memory; those that this machine does not tell are left out
 * @param conditions the machine's before and after; null in older files
 */
public record LatencyResult(
    List<LatencyDistribution> timings,
    List<ScenarioResult> scenarios,
    List<ResourceUse> resources,
    @Nullable Conditions conditions) {
  /** Of a trial without a latency phase. */
  public static final LatencyResult NONE = of(List.of());

  public LatencyResult {
    timings = List.copyOf(timings);
    scenarios = List.copyOf(scenarios);
    resources = List.copyOf(resources);
  }

  /** Timings and nothing else. */
  public static LatencyResult of(List<LatencyDistribution> timings) {
    return new LatencyResult(timings, List.of(), List.of(), null);
  }
}
