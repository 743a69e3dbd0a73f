package io.github.segbench.metrics.semantic;

import java.util.Objects;

/**
 * The mean of a class's number over the classes that the convention averages, such as mIoU.
 *
 * @param formula of one class
 */
public record ClassMean(ClassFormula formula) implements OverallFormula {
  public ClassMean {
    Objects.requireNonNull(formula, "formula");
  }

  @Override
  public double of(ClassCounts counts, ClassAveraging averaging) {
    return averaging.mean(formula, counts);
  }

  @Override
  public boolean isClassMean() {
    return true;
  }
}
