package io.github.segbench.metrics.evaluation;

import java.util.Objects;

/**
 * What a number of an evaluation is: a metric and the category that it is of.
 *
 * @param metric its standard name
 * @param category a label's name, or {@code all}, {@code things}, {@code stuff}
 */
public record Quantity(String metric, String category) {
  public Quantity {
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(category, "category");
  }
}
