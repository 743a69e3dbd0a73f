package io.github.segbench.report.table;

import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stands in a column of a row. */
public sealed interface Cell {
  /** A cell that says nothing: a dash for people, an empty field in CSV. */
  Cell EMPTY = new NumberCell(null, null);

  static Cell of(String words) {
    return new TextCell(words);
  }

  static Cell of(@Nullable Number value) {
    return value == null ? EMPTY : new NumberCell(value.doubleValue(), null);
  }

  static Cell of(Optional<MetricValue> value) {
    return value.<Cell>map(v -> new NumberCell(v.value(), v.interval())).orElse(EMPTY);
  }

  /** Words. */
  record TextCell(String words) implements Cell {
    public TextCell {
      Objects.requireNonNull(words, "words");
    }
  }

  /**
   * A number in the base unit of its column's quantity (a fraction, not a percentage).
   *
   * @param value null where it is absent
   * @param interval null where there is none
   */
  record NumberCell(@Nullable Double value, @Nullable Interval interval) implements Cell {}
}
