package io.github.segbench.report.table;

import java.util.Arrays;
import java.util.List;

/** How wide the columns of a table are, in letters. Words stand left in theirs, numbers right. */
final class ColumnWidths {
  private final List<Column> columns;
  private final int[] widths;

  ColumnWidths(List<Column> columns, int narrowest) {
    this.columns = columns;
    this.widths = new int[columns.size()];
    Arrays.fill(widths, narrowest);
  }

  /** Makes the columns wide enough for a line of cells. */
  void fit(List<String> line) {
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(widths[i], line.get(i).length());
    }
  }

  void widen(int column, int letters) {
    widths[column] += letters;
  }

  int of(int column) {
    return widths[column];
  }

  String padded(int column, String text) {
    String padding = " ".repeat(widths[column] - text.length());
    return columns.get(column).isText() ? text + padding : padding + text;
  }
}
