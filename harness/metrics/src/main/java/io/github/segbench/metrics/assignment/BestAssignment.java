package io.github.segbench.metrics.assignment;

import java.util.Arrays;

/**
 * The assignment of rows to columns, one to one, with the largest sum: the linear assignment
 * problem, solved by shortest augmenting paths in O(n^3).
 *
 * <p>Source: Kuhn, The Hungarian method for the assignment problem, 1955, with the row and column
 * potentials of Jonker and Volgenant, 1987.
 */
public final class BestAssignment {
  /** Marks a row that no column is assigned to. */
  public static final int NONE = -1;

  private BestAssignment() {}

  /**
   * @param gains {@code [rows][columns]}, at least 0, sums within a long
   * @return for each row its column, or {@link #NONE}; as many rows have one as there are columns,
   *     if there are more rows. Rows and columns whose gain is 0 stay without a partner.
   */
  public static int[] of(long[][] gains) {
    int rows = gains.length;
    int columns = rows == 0 ? 0 : gains[0].length;
    int size = Math.max(rows, columns);
    // The matching is made square: what is missing gains nothing.
    int[] rowOfColumn = new int[size + 1];
    long[] rowPotential = new long[size + 1];
    long[] columnPotential = new long[size + 1];
    for (int row = 1; row <= size; row++) {
      augment(gains, rows, columns, row, rowOfColumn, rowPotential, columnPotential);
    }
    int[] columnOfRow = new int[rows];
    Arrays.fill(columnOfRow, NONE);
    for (int column = 1; column <= columns; column++) {
      int row = rowOfColumn[column];
      if (row <= rows && gains[row - 1][column - 1] > 0) {
        columnOfRow[row - 1] = column - 1;
      }
    }
    return columnOfRow;
  }

  /** Finds a place for one more row along the cheapest alternating path; index 0 is the start. */
  private static void augment(
      long[][] gains,
      int rows,
      int columns,
      int newRow,
      int[] rowOfColumn,
      long[] rowPotential,
      long[] columnPotential) {
    int size = rowOfColumn.length - 1;
    long[] least = new long[size + 1];
    int[] previous = new int[size + 1];
    boolean[] visited = new boolean[size + 1];
    Arrays.fill(least, Long.MAX_VALUE);
    rowOfColumn[0] = newRow;
    int column = 0;
    do {
      visited[column] = true;
      int row = rowOfColumn[column];
      long step = Long.MAX_VALUE;
      int next = 0;
      for (int j = 1; j <= size; j++) {
        if (visited[j]) {
          continue;
        }
        long gain = row <= rows && j <= columns ? gains[row - 1][j - 1] : 0;
        long reduced = -gain - rowPotential[row] - columnPotential[j];
        if (reduced < least[j]) {
          least[j] = reduced;
          previous[j] = column;
        }
        if (least[j] < step) {
          step = least[j];
          next = j;
        }
      }
      for (int j = 0; j <= size; j++) {
        if (visited[j]) {
          rowPotential[rowOfColumn[j]] += step;
          columnPotential[j] -= step;
        } else {
          least[j] -= step;
        }
      }
      column = next;
    } while (rowOfColumn[column] != 0);
    while (column != 0) {
      int before = previous[column];
      rowOfColumn[column] = rowOfColumn[before];
      column = before;
    }
  }
}
