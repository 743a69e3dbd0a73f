package io.github.segbench.report.table;

import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.report.table.Cell.NumberCell;
import io.github.segbench.report.table.Cell.TextCell;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A table of numbers with what a reader needs to understand them.
 *
 * @param name usable as a file name, such as {@code leaderboard-semantic}
 * @param caption one or more sentences, as under a table in a paper
 * @param rows each with one cell a column
 * @param best what a number is compared with when the best ones are marked
 */
public record Table(
    String name, String caption, List<Column> columns, List<List<Cell>> rows, Best best) {
  /** Stands for people where there is no value. */
  public static final String ABSENT = "–";

  /** Stands behind words that have a note. */
  public static final String DAGGER = "†";

  private static final int FEWEST_TO_COMPARE = 2;

  /** Where the rivals of a number stand. */
  public enum Best {
    OF_COLUMN,
    OF_ROW
  }

  /** A table in which numbers are compared with those above and below. */
  public Table(String name, String caption, List<Column> columns, List<List<Cell>> rows) {
    this(name, caption, columns, rows, Best.OF_COLUMN);
  }

  public Table {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(caption, "caption");
    Objects.requireNonNull(best, "best");
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<Cell> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "table " + name + ": " + row.size() + " cells for " + columns.size() + " columns");
      }
    }
  }

  /** The table without columns in which no row has a value; a dash is no word. */
  public Table withoutEmptyColumns() {
    List<Integer> kept =
        IntStream.range(0, columns.size())
            .filter(i -> i == 0 || rows.stream().anyMatch(row -> hasValue(row.get(i))))
            .boxed()
            .toList();
    return new Table(
        name,
        caption,
        kept.stream().map(columns::get).toList(),
        rows.stream().map(row -> kept.stream().map(row::get).toList()).toList(),
        best);
  }

  private static boolean hasValue(Cell cell) {
    return cell instanceof NumberCell number
        ? number.value() != null
        : !((TextCell) cell).words().equals(ABSENT);
  }

  /**
   * The caption, and a sentence on how the best numbers are marked if any is.
   *
   * @param mark such as {@code in bold}
   */
  public String caption(String mark) {
    boolean marked =
        IntStream.range(0, rows.size())
            .anyMatch(
                row -> IntStream.range(0, columns.size()).anyMatch(column -> isBest(row, column)));
    String which = best == Best.OF_ROW ? " Best of each row " : " Best ";
    return marked ? caption + which + mark + "." : caption;
  }

  /**
   * The cell for people, without its interval; an en dash where there is no value, and a dagger
   * behind words that have a note.
   */
  public String text(int row, int column) {
    Cell cell = rows.get(row).get(column);
    if (cell instanceof TextCell words) {
      return words.note().isEmpty() ? words.words() : words.words() + " " + DAGGER;
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

  /** The note of a cell of words; empty where there is none. */
  public String note(int row, int column) {
    return rows.get(row).get(column) instanceof TextCell words ? words.note() : "";
  }

  /** Whether the cell reads the same as the best of its rivals, where there are any. */
  public boolean isBest(int row, int column) {
    Column.Better better = columns.get(column).better();
    List<Double> rivals = values(best == Best.OF_ROW ? rows.get(row) : cells(column));
    if (better == Column.Better.NEITHER
        || rivals.size() < FEWEST_TO_COMPARE
        || !hasValue(rows.get(row).get(column))) {
      return false;
    }
    double winner =
        better == Column.Better.HIGHER ? Collections.max(rivals) : Collections.min(rivals);
    return text(row, column).equals(columns.get(column).quantity().format(winner));
  }

  private List<Cell> cells(int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  private static List<Double> values(List<Cell> cells) {
    return cells.stream()
        .filter(NumberCell.class::isInstance)
        .map(cell -> ((NumberCell) cell).value())
        .filter(Objects::nonNull)
        .toList();
  }
}
