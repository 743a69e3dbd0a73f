package io.github.segbench.metrics.boundary;

import java.util.Arrays;

/**
 * Lists of row intervals, one list for each column of a strip, in one array. Columns are closed in
 * any order, each once. Can be used again.
 */
final class ColumnIntervals {
  private int[] bounds = new int[256];
  private int[] first = new int[128];
  private int[] last = new int[128];
  private int size;
  private int open;

  /** Forgets everything, and makes room for as many columns. */
  void clear(int columns) {
    size = 0;
    open = 0;
    if (columns > first.length) {
      first = new int[columns];
      last = new int[columns];
    }
  }

  /**
   * Appends an interval to the open list.
   *
   * @param end the row after its last
   */
  void append(int start, int end) {
    if (size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * size);
    }
    bounds[size] = start;
    bounds[size + 1] = end;
    size += 2;
  }

  /** Makes the open list that of a column, and opens a new one. */
  void close(int column) {
    first[column] = open;
    last[column] = size;
    open = size;
  }

  /** The list of a column, as the list of the same column here. */
  void copy(ColumnIntervals from, int column) {
    for (int i = from.first[column]; i < from.last[column]; i += 2) {
      append(from.bounds[i], from.bounds[i + 1]);
    }
    close(column);
  }

  /** What two lists have in common, as the list of a column here. */
  void intersect(
      ColumnIntervals left, int leftColumn, ColumnIntervals right, int rightColumn, int column) {
    int i = left.first[leftColumn];
    int j = right.first[rightColumn];
    while (i < left.last[leftColumn] && j < right.last[rightColumn]) {
      int start = Math.max(left.bounds[i], right.bounds[j]);
      int leftEnd = left.bounds[i + 1];
      int rightEnd = right.bounds[j + 1];
      if (start < Math.min(leftEnd, rightEnd)) {
        append(start, Math.min(leftEnd, rightEnd));
      }
      i += leftEnd <= rightEnd ? 2 : 0;
      j += rightEnd <= leftEnd ? 2 : 0;
    }
    close(column);
  }

  int first(int column) {
    return first[column];
  }

  /** The index after the last bound of a column. */
  int last(int column) {
    return last[column];
  }

  int bound(int index) {
    return bounds[index];
  }
}
