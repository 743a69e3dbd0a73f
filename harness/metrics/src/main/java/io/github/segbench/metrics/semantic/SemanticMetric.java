package io.github.segbench.metrics.semantic;

import io.github.segbench.metrics.evaluation.MetricDefinition;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A named semantic metric: a number over all classes, one of each class, or both.
 *
 * @param name its standard name
 * @param overall null if it has no number over all classes
 * @param perClass null if it has no number of a class
 */
public record SemanticMetric(
    String name, @Nullable OverallFormula overall, @Nullable ClassFormula perClass)
    implements MetricDefinition {
  public SemanticMetric {
    Objects.requireNonNull(name, "name");
    if (overall == null && perClass == null) {
      throw new IllegalArgumentException("metric " + name + " has no formula");
    }
  }

  /** What of it has a meaning for some of the classes; empty if nothing has. */
  Optional<SemanticMetric> ofChosenClasses() {
    if (overall == null || overall.isClassMean()) {
      return Optional.of(this);
    }
    return perClass == null
        ? Optional.empty()
        : Optional.of(new SemanticMetric(name, null, perClass));
  }
}
