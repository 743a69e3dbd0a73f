package io.github.segbench.metrics.evaluation;

/**
 * What a line of the catalogue says of a metric beside its task: how it is computed, and by that
 * which accumulator computes it.
 */
public interface MetricDefinition {
  /** Its standard name. */
  String name();

  /** Whether it takes so much time that it is computed only when it is asked for by name. */
  default boolean onRequest() {
    return false;
  }

  /** Whether the metric exists under a convention of its task. */
  default boolean under(Convention convention) {
    return true;
  }
}
