package io.github.segbench.report.published;

import io.github.segbench.metrics.catalogue.Metric;
import java.util.Objects;

/**
 * A number that somebody else measured.
 *
 * @param category a label's name, or {@code all}, {@code things}, {@code stuff}
 * @param value a fraction 0..1
 */
public record PublishedNumber(PublishedModel model, Metric metric, String category, double value) {
  public PublishedNumber {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(metric, "metric");
    Objects.requireNonNull(category, "category");
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("no fraction 0..1: " + value);
    }
  }
}
