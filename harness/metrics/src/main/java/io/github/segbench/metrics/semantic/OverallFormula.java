package io.github.segbench.metrics.semantic;

/** A number over all classes, such as the mean IoU. */
@FunctionalInterface
public interface OverallFormula {
  /**
   * @param averaging which classes the convention averages
   * @return a fraction 0..1; NaN where it is undefined
   */
  double of(ClassCounts counts, ClassAveraging averaging);

  /** Whether it is a mean of the numbers of classes, and so has a meaning for some of them. */
  default boolean isClassMean() {
    return false;
  }
}
