package io.github.segbench.metrics.semantic;

import io.github.segbench.metrics.evaluation.MetricDefinition;
import org.jspecify.annotations.Nullable;

/** A metric that is a formula of class counts. An image may have several of these, in a list. */
public interface ClassMetric extends MetricDefinition {
  /** Position of the counts that it is computed from. */
  int counts();

  /** Null if it has no number over all classes. */
  @Nullable OverallFormula overall();

  /** Null if it has no number of a class. */
  @Nullable ClassFormula perClass();
}
