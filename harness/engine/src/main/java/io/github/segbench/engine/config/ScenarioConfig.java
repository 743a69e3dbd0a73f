package io.github.segbench.engine.config;

import io.github.segbench.engine.result.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The scenarios of a run's latency phase.
 *
 * @param scenarios that are measured; empty for none
 * @param time for which each is measured
 * @param imagesPerQuery of the multi-stream scenario, at least 1
 * @param serverBound which a server's p99 latency must keep; null for a multiple of the median
 *     latency of single images
 */
public record ScenarioConfig(
    List<Scenario> scenarios, Duration time, int imagesPerQuery, @Nullable Duration serverBound) {
  /** No scenarios. */
  public static final ScenarioConfig NONE =
      new ScenarioConfig(List.of(), Duration.ofSeconds(1), 8, null);

  public ScenarioConfig {
    Objects.requireNonNull(time, "time");
    scenarios = List.copyOf(scenarios);
  }
}
