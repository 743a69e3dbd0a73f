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
    return new TextCell(words, "");
  }

  /** Words with a dagger behind them, and what it means. */
  static Cell noted(String words, String note) {
    return new TextCell(words, note);
  }

  static Cell of(@Nullable Number value) {
    return value == null ? EMPTY : new NumberCell(value.doubleValue(), null);
  }

  static Cell of(Optional<MetricValue> value) {
    return value.<Cell>map(v -> new NumberCell(v.value(), v.interval())).orElse(EMPTY);
  }

  /**
   * Words.
   *
   * @param note what the dagger behind them means; empty for no dagger
   */
  record TextCell(String words, String note) implements Cell {
    public TextCell {
      Objects.requireNonNull(words, "words");
      Objects.requireNonNull(note, "note");
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
