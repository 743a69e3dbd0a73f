package io.github.segbench.metrics.panoptic;

import io.github.segbench.metrics.evaluation.MetricDefinition;
import java.util.Objects;

/**
 * A named panoptic metric, reported as the mean over all categories, over things and over stuff,
 * and for each category.
 *
 * @param name its standard name
 */
public record PanopticMetric(String name, SegmentFormula formula) implements MetricDefinition {
  public PanopticMetric {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(formula, "formula");
  }
}
