package io.github.segbench.latency;

import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.config.ScenarioConfig;
import io.github.segbench.engine.result.Scenario;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * How a model's scenarios are measured.
 *
 * @param threads that work on queries: the most of those that throughput is measured with
 * @param batch most images in a run of the network: the most of those that inference is measured
 *     with, and that the network takes
 * @param warmup time before the first scenario
 */
record ScenarioSettings(ScenarioConfig config, int threads, int batch, Duration warmup) {

  /**
   * @param maxBatch most images in a run of the network
   */
  static ScenarioSettings of(LatencyConfig config, int maxBatch) {
    return new ScenarioSettings(
        config.scenarios(),
        Collections.max(config.threads()),
        config.batch().stream().filter(batch -> batch <= maxBatch).max(Integer::compare).orElse(1),
        config.warmupTime().multipliedBy(config.warmupIterations()));
  }

  /** In the order of {@link Scenario}, in which a later one may need an earlier one's numbers. */
  List<Scenario> scenarios() {
    return config.scenarios().stream().sorted().toList();
  }

  /**
   * Images of a run of the network in a multi-stream query: as many as may be, but no more than
   * leaves work for every thread.
   */
  int multiStreamBatch() {
    int share = (config.imagesPerQuery() + threads - 1) / threads;
    return Math.min(batch, share);
  }

  /** About the time that the measurement takes; a server is watched at about eight rates. */
  Duration expected() {
    Duration sum = warmup;
    for (Scenario scenario : config.scenarios()) {
      sum = sum.plus(config.time().multipliedBy(scenario == Scenario.SERVER ? 4 : 1));
    }
    return sum;
  }
}
