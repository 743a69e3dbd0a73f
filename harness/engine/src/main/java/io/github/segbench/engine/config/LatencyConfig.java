package io.github.segbench.engine.config;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The latency phase of a run.
 *
 * @param forks number of fresh JVMs for each trial, at least 1
 * @param warmupIterations windows of warm-up that are waited for at least; 0 for no warm-up at all
 * @param warmupTime length of a window
 * @param warmupLimit after which no window is added, whether times have settled or not
 * @param pause in which nothing is called, before each call of the stage {@code AFTER_PAUSE}
 * @param images number of different images that are cycled through, from the start of the split
 * @param threads numbers of threads for the throughput measurements
 * @param batch numbers of images a run of the network for the inference measurements
 * @param coldStarts number of fresh JVMs of which each does one image; 0 for no cold starts
 */
public record LatencyConfig(
    boolean enabled,
    LatencyPreset preset,
    int forks,
    int warmupIterations,
    Duration warmupTime,
    Duration warmupLimit,
    int measurementIterations,
    Duration measurementTime,
    Duration pause,
    int images,
    List<Integer> threads,
    List<Integer> batch,
    int coldStarts,
    ScenarioConfig scenarios) {
  public LatencyConfig {
    Objects.requireNonNull(preset, "preset");
    Objects.requireNonNull(warmupTime, "warmupTime");
    Objects.requireNonNull(warmupLimit, "warmupLimit");
    Objects.requireNonNull(measurementTime, "measurementTime");
    Objects.requireNonNull(pause, "pause");
    threads = List.copyOf(threads);
    batch = List.copyOf(batch);
    Objects.requireNonNull(scenarios, "scenarios");
  }
}
