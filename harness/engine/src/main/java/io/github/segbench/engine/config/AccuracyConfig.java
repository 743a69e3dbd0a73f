package io.github.segbench.engine.config;

import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.List;
import java.util.Objects;

/**
 * The accuracy phase of a run.
 *
 * @param metrics names of the metrics to report; empty for all that fit a trial's task
 * @param convention of the semantic metrics
 * @param threads for decoding, pre- and postprocessing and scoring; 0 for one a core
 */
public record AccuracyConfig(
    boolean enabled,
    List<String> metrics,
    Convention convention,
    int threads,
    BootstrapSettings bootstrap) {
  public AccuracyConfig {
    metrics = List.copyOf(metrics);
    Objects.requireNonNull(convention, "convention");
    Objects.requireNonNull(bootstrap, "bootstrap");
  }
}
