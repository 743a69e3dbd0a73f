package io.github.segbench.report.html;

import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Cell.NumberCell;
import io.github.segbench.report.table.Cell.TextCell;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.ColumnGroup;
import io.github.segbench.report.table.Table;
import io.github.segbench.report.table.TableFormat;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table as the template {@code macros.ftlh} wants it.
 *
 * @param groups headers over the headers; empty for none
 * @param sources the table in other formats, to be copied
 */
public record TableView(
    String name,
    String caption,
    List<ColumnGroup> groups,
    List<Head> heads,
    List<List<Field>> rows,
    List<Source> sources) {
  public TableView {
    groups = List.copyOf(groups);
    heads = List.copyOf(heads);
    rows = rows.stream().map(List::copyOf).toList();
    sources = List.copyOf(sources);
  }

  /**
   * A column's header.
   *
   * @param words true for a column of words
   */
  public record Head(String title, String unit, boolean words) {}

  /**
   * A cell.
   *
   * @param interval empty for none
   * @param note what the dagger in the text means; empty for none
   * @param sort what the column is sorted by: the number in full, or the words; empty goes last
   */
  public record Field(String text, String interval, boolean best, String note, String sort) {}

  /** The whole table in a format. */
  public record Source(String title, String text) {}

  static TableView of(Table table) {
    return new TableView(
        table.name(),
        table.caption("in bold"),
        ColumnGroup.of(table.columns()),
        table.columns().stream().map(TableView::head).toList(),
        IntStream.range(0, table.rows().size()).mapToObj(row -> fields(table, row)).toList(),
        Arrays.stream(TableFormat.values())
            .map(format -> new Source(format.title(), format.write(table)))
            .toList());
  }

  private static Head head(Column column) {
    return new Head(column.title(), column.unit(), column.isText());
  }

  private static List<Field> fields(Table table, int row) {
    return IntStream.range(0, table.columns().size())
        .mapToObj(
            column ->
                new Field(
                    table.text(row, column),
                    table.interval(row, column),
                    table.isBest(row, column),
                    table.note(row, column),
                    sort(table.rows().get(row).get(column))))
        .toList();
  }

  private static String sort(Cell cell) {
    if (cell instanceof NumberCell number) {
      return number.value() == null ? "" : number.value().toString();
    }
    String words = ((TextCell) cell).words();
    return words.equals(Table.ABSENT) ? "" : words;
  }
}
