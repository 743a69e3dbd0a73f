package io.github.segbench.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Rows of text whose columns are aligned when they are printed. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /**
   * @param header the column titles; every row must have as many cells
   */
  TextTable(String... header) {
    rows.add(List.of(header));
  }

  void add(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(cells.length + " cells for columns " + rows.get(0));
    }
    rows.add(List.of(cells));
  }

  /** Whether there is anything under the header. */
  boolean hasRows() {
    return rows.size() > 1;
  }

  void print(PrintWriter out) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(widths[column] - cell.length())).append(GAP);
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
