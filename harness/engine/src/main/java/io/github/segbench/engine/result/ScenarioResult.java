package io.github.segbench.engine.result;

import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a model does in one scenario.
 *
 * @param images number of different images
 * @param imagesPerQuery at least 1
 * @param threads that work on queries at the same time
 * @param batch most images that were in one run of the network; null in older files
 * @param queries that were measured
 * @param seconds that they took
 * @param score in the scenario's unit; null if the bound cannot be kept at any rate
 * @param percentiles of the queries' latencies in milliseconds, waiting included; null for offline
 * @param boundMillis the p99 latency that a server must keep; null for the other scenarios
 */
public record ScenarioResult(
    Scenario scenario,
    int images,
    int imagesPerQuery,
    int threads,
    @Nullable Integer batch,
    long queries,
    double seconds,
    @Nullable Double score,
    @Nullable Percentiles percentiles,
    @Nullable Double boundMillis) {
  public ScenarioResult {
    Objects.requireNonNull(scenario, "scenario");
  }
}
