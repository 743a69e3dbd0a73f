package io.github.segbench.metrics.instance;

import java.util.Objects;

/**
 * A named instance metric.
 *
 * @param name its standard name
 * @param perCategory whether it is also reported for each thing of the label set
 * @param hasInterval whether its interval is computed, which takes time
 */
public record InstanceMetric(
    String name, DetectionFormula formula, boolean perCategory, boolean hasInterval) {
  public InstanceMetric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(formula, "formula");
  }
}
