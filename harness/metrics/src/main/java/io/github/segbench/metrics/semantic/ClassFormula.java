package io.github.segbench.metrics.semantic;

/** A number of one class, such as its IoU. */
@FunctionalInterface
public interface ClassFormula {
  /**
   * @param index of the class
   * @return a fraction 0..1; NaN where it is undefined
   */
  double of(ClassCounts counts, int index);
}
