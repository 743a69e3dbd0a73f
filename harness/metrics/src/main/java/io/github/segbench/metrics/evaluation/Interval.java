package io.github.segbench.metrics.evaluation;

/** A two-sided confidence interval of a metric value; both ends belong to it. */
public record Interval(double low, double high) {
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("interval ends out of order: " + low + ", " + high);
    }
  }
}
