package io.github.segbench.metrics.statistics;

import io.github.segbench.metrics.evaluation.MetricValue;
import java.util.List;
import java.util.Objects;

/**
 * The numbers of a part of a data set.
 *
 * @param slice which part, such as {@code weather=night} or {@code frequency=rare}
 */
public record SliceValues(String slice, List<MetricValue> values) {
  public SliceValues {
    Objects.requireNonNull(slice, "slice");
    values = List.copyOf(values);
  }
}
