package io.github.segbench.api.segmentation;

import java.util.Arrays;

/**
 * The places where the outline of a polygon crosses the middle of a pixel column, as positions of
 * the first pixel below, column by column.
 *
 * <p>A corner is rounded to a grid of {@link #SCALE} cells a pixel. Between two corners the outline
 * has one cell for each step along its longer direction, and in the other direction the rounded
 * height of the line. It crosses column {@code c} between the cells {@code 5 c + 2} and {@code 5 c
 * + 3}, at the smaller y of the two.
 */
final class ColumnCrossings {
  private static final int SCALE = 5;
  private static final int MIDDLE = 2;

  /** A column with more crossings is sorted by the JDK. */
  private static final int MOST_BY_INSERTION = 40;

  private final int width;
  private final int height;
  private int[] positions = new int[64];
  private int[] columns = new int[64];
  private int size;
  private int leftmost = Integer.MAX_VALUE;
  private int rightmost;

  ColumnCrossings(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** A cast, not a floor: negative coordinates are rounded towards 0, as in maskApi. */
  static int toFine(double coordinate) {
    return (int) (SCALE * coordinate + 0.5);
  }

  /** Adds the crossings of one side, which are the same whichever way it is walked. */
  void addSide(int fromX, int fromY, int toX, int toY) {
    int wide = Math.abs(toX - fromX);
    int high = Math.abs(toY - fromY);
    int first = firstColumn(Math.min(fromX, toX));
    int last = Math.min(lastColumn(Math.max(fromX, toX)), width - 1);
    if (first > last) {
      return;
    }
    if (wide >= high) {
      boolean forwards = fromX <= toX;
      addFlat(
          forwards ? fromX : toX,
          forwards ? fromY : toY,
          forwards ? toY : fromY,
          wide,
          first,
          last);
    } else {
      boolean forwards = fromY <= toY;
      addSteep(
          forwards ? fromX : toX,
          forwards ? toX : fromX,
          forwards ? fromY : toY,
          high,
          first,
          last);
    }
  }

  /** The first column whose middle lies right of a cell or between it and the next. */
  private static int firstColumn(int x) {
    return x <= MIDDLE ? 0 : (x - MIDDLE + SCALE - 1) / SCALE;
  }

  /** The last column whose middle lies left of a cell, -1 if there is none. */
  private static int lastColumn(int x) {
    return x <= MIDDLE ? -1 : (x - MIDDLE - 1) / SCALE;
  }

  /** A side with a cell for each x. */
  private void addFlat(int startX, int startY, int endY, int wide, int first, int last) {
    double slope = (double) (endY - startY) / wide;
    for (int column = first; column <= last; column++) {
      int step = column * SCALE + MIDDLE - startX;
      int here = (int) (startY + slope * step + 0.5);
      int next = (int) (startY + slope * (step + 1) + 0.5);
      add(column, Math.min(here, next));
    }
  }

  /** A side with a cell for each y; x goes over each middle in one step, which is looked for. */
  private void addSteep(int startX, int endX, int startY, int high, int first, int last) {
    double slope = (double) (endX - startX) / high;
    boolean right = slope > 0;
    for (int column = first; column <= last; column++) {
      int left = column * SCALE + MIDDLE;
      // The line's own crossing, which rounding may miss by a step.
      int step = (int) ((left + 0.5 - startX) / slope);
      step = Math.max(0, Math.min(step, high - 1));
      while (step > 0 && (int) (startX + slope * step + 0.5) > left == right) {
        step--;
      }
      while (step < high - 1 && (int) (startX + slope * (step + 1) + 0.5) > left != right) {
        step++;
      }
      add(column, startY + step);
    }
  }

  /** Adds the first pixel of a column that does not lie above a cell. */
  private void add(int column, int y) {
    int row = y <= MIDDLE ? 0 : Math.min((y + MIDDLE) / SCALE, height);
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, size * 2);
      columns = Arrays.copyOf(columns, size * 2);
    }
    columns[size] = column;
    positions[size++] = column * height + row;
    leftmost = Math.min(leftmost, column);
    rightmost = Math.max(rightmost, column);
  }

  /** All positions in ascending order, and the number of pixels after them. */
  int[] sorted() {
    int[] sorted = new int[size + 1];
    sorted[size] = width * height;
    if (size == 0) {
      return sorted;
    }
    // By column first: a row below the last one is the first of the next column at most.
    int[] ends = new int[rightmost - leftmost + 2];
    for (int i = 0; i < size; i++) {
      ends[columns[i] - leftmost + 1]++;
    }
    for (int i = 1; i < ends.length; i++) {
      ends[i] += ends[i - 1];
    }
    for (int i = 0; i < size; i++) {
      sorted[ends[columns[i] - leftmost]++] = positions[i];
    }
    int from = 0;
    for (int i = 0; i < ends.length - 1; i++) {
      sort(sorted, from, ends[i]);
      from = ends[i];
    }
    return sorted;
  }

  private static void sort(int[] values, int from, int to) {
    if (to - from > MOST_BY_INSERTION) {
      Arrays.sort(values, from, to);
      return;
    }
    for (int i = from + 1; i < to; i++) {
      int value = values[i];
      int hole = i;
      for (; hole > from && values[hole - 1] > value; hole--) {
        values[hole] = values[hole - 1];
      }
      values[hole] = value;
    }
  }
}
