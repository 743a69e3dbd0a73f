package io.github.segbench.latency;

import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.config.LatencyPreset;
import io.github.segbench.engine.config.ScenarioConfig;
import java.time.Duration;
import java.util.List;

/**
 * A latency phase that takes next to no time: one fork, one window of warm-up, one iteration, one
 * image, no cold starts and no scenarios, unless a test wants something else.
 */
final class BriefLatency {
  private final Duration time;
  private int warmupIterations = 1;
  private Duration warmupLimit;
  private int measurementIterations = 1;
  private Duration measurementTime;
  private int images = 1;
  private List<Integer> threads = List.of(1);
  private List<Integer> batch = List.of(1);
  private int coldStarts;
  private ScenarioConfig scenarios = ScenarioConfig.NONE;

  /**
   * @param time of everything that takes time
   */
  BriefLatency(Duration time) {
    this.time = time;
    this.warmupLimit = time;
    this.measurementTime = time;
  }

  BriefLatency warmup(int iterations, Duration limit) {
    this.warmupIterations = iterations;
    this.warmupLimit = limit;
    return this;
  }

  BriefLatency measurement(int iterations, Duration length) {
    this.measurementIterations = iterations;
    this.measurementTime = length;
    return this;
  }

  BriefLatency images(int number) {
    this.images = number;
    return this;
  }

  BriefLatency threads(Integer... numbers) {
    this.threads = List.of(numbers);
    return this;
  }

  BriefLatency batch(Integer... sizes) {
    this.batch = List.of(sizes);
    return this;
  }

  BriefLatency coldStarts(int number) {
    this.coldStarts = number;
    return this;
  }

  BriefLatency scenarios(ScenarioConfig wanted) {
    this.scenarios = wanted;
    return this;
  }

  LatencyConfig config() {
    return new LatencyConfig(
        true,
        LatencyPreset.QUICK,
        1,
        warmupIterations,
        time,
        warmupLimit,
        measurementIterations,
        measurementTime,
        time,
        images,
        threads,
        batch,
        coldStarts,
        scenarios);
  }
}
