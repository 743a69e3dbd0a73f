package io.github.segbench.engine.config;

import java.util.List;
import java.util.Objects;

/**
 * A run file, complete: references to model, data set and label files are resolved, defaults filled
 * in, paths absolute, plugin options checked.
 */
public record RunConfig(
    String name,
    String description,
    List<ModelConfig> models,
    List<DatasetConfig> datasets,
    List<BackendConfig> backends,
    AccuracyConfig accuracy,
    LatencyConfig latency,
    ParityConfig parity) {
  /** A run that does not compare its backends. */
  public RunConfig(
      String name,
      String description,
      List<ModelConfig> models,
      List<DatasetConfig> datasets,
      List<BackendConfig> backends,
      AccuracyConfig accuracy,
      LatencyConfig latency) {
    this(name, description, models, datasets, backends, accuracy, latency, ParityConfig.OFF);
  }

  public RunConfig {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    models = List.copyOf(models);
    datasets = List.copyOf(datasets);
    backends = List.copyOf(backends);
    Objects.requireNonNull(accuracy, "accuracy");
    Objects.requireNonNull(latency, "latency");
    Objects.requireNonNull(parity, "parity");
  }
}
