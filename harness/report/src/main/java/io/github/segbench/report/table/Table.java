package io.github.segbench.report.table;

import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.report.table.Cell.NumberCell;
import io.github.segbench.report.table.Cell.TextCell;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * A table of numbers with what a reader needs to understand them.
 *
 * @param name usable as a file name, such as {@code leaderboard-semantic}
 * @param caption one or more sentences, as under a table in a paper
 * @param rows each with one cell a column
 */
public record Table(String name, String caption, List<Column> columns, List<List<Cell>> rows) {
  /** Stands for people where there is no value. */
  public static final String ABSENT = "–";

  private static final int FEWEST_TO_COMPARE = 2;

  public Table {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(caption, "caption");
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "table " + name + ": " + row.size() + " cells for " + columns.size() + " columns");
      }
    }
  }

  /** The cell for people, without its interval; an en dash where there is no value. */
  public String text(int row, int column) {
    Cell cell = rows.get(row).get(column);
    if (cell instanceof TextCell words) {
      return words.words();
    }
    Double value = ((NumberCell) cell).value();
    return value == null ? ABSENT : columns.get(column).quantity().format(value);
  }

  /** The interval for people, such as {@code [83.2, 85.0]}; empty where there is none. */
  public String interval(int row, int column) {
    if (rows.get(row).get(column) instanceof NumberCell cell && cell.interval() != null) {
      Interval interval = cell.interval();
      Quantity quantity = columns.get(column).quantity();
      return "[" + quantity.format(interval.low()) + ", " + quantity.format(interval.high()) + "]";
    }
    return "";
  }

  /** Whether the cell reads the same as the best of its column, where there are two to compare. */
  public boolean isBest(int row, int column) {
    OptionalDouble best = best(column);
    return best.isPresent()
        && rows.get(row).get(column) instanceof NumberCell cell
        && cell.value() != null
        && text(row, column).equals(columns.get(column).quantity().format(best.getAsDouble()));
  }

  private OptionalDouble best(int column) {
    List<Double> values =
        rows.stream()
            .map(row -> row.get(column))
            .filter(NumberCell.class::isInstance)
            .map(cell -> ((NumberCell) cell).value())
            .filter(Objects::nonNull)
            .toList();
    if (values.size() < FEWEST_TO_COMPARE) {
      return OptionalDouble.empty();
    }
    DoubleStream stream = values.stream().mapToDouble(Double::doubleValue);
    return switch (columns.get(column).better()) {
      case HIGHER -> stream.max();
      case LOWER -> stream.min();
      case NEITHER -> OptionalDouble.empty();
    };
  }
}
