package io.github.segbench.metrics.boundary;

import io.github.segbench.metrics.evaluation.MetricDefinition;
import java.util.Objects;

/**
 * A BF score: the F1 of the outlines of classes.
 *
 * @param name its standard name
 * @param mean whether it is the mean over the classes of each image rather than a number of each
 */
public record BoundaryF1Metric(String name, boolean mean) implements MetricDefinition {
  public BoundaryF1Metric {
    Objects.requireNonNull(name, "name");
  }

  @Override
  public boolean onRequest() {
    return true;
  }
}
