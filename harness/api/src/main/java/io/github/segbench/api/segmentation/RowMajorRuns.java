package io.github.segbench.api.segmentation;

import java.util.Arrays;

/**
 * Turns a row-major bitmap into column-major runs and back, row by row: what matters of a row is
 * where it differs from the row above, which is at few places.
 */
final class RowMajorRuns {
  /** Pixels that are looked at one by one after a change, as changes come in groups. */
  private static final int GROUP = 16;

  private final int width;
  private final int height;

  RowMajorRuns(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /** Start and end of each run, ascending. */
  int[] of(boolean[] bitmap) {
    Changes changes = new Changes(width);
    // Above a column is the end of the column before.
    boolean[] above = new boolean[width];
    System.arraycopy(bitmap, (height - 1) * width, above, 1, width - 1);
    int[] rowEnds = new int[height];
    changes.collect(above, 0, bitmap, 0);
    rowEnds[0] = changes.size;
    for (int y = 1; y < height; y++) {
      changes.collect(bitmap, (y - 1) * width, bitmap, y * width);
      rowEnds[y] = changes.size;
    }
    return sortedByColumn(changes, rowEnds, bitmap[bitmap.length - 1]);
  }

  /** A counting sort: rows come in order already. */
  private int[] sortedByColumn(Changes changes, int[] rowEnds, boolean open) {
    int[] next = new int[width + 1];
    for (int i = 0; i < changes.size; i++) {
      next[changes.columns[i] + 1]++;
    }
    for (int x = 0; x < width; x++) {
      next[x + 1] += next[x];
    }
    int[] bounds = new int[changes.size + (open ? 1 : 0)];
    for (int y = 0, i = 0; y < height; y++) {
      for (; i < rowEnds[y]; i++) {
        int x = changes.columns[i];
        bounds[next[x]++] = x * height + y;
      }
    }
    if (open) {
      bounds[changes.size] = width * height;
    }
    return bounds;
  }

  /**
   * The bitmap of runs: first the changes from row to row, then each row adds the one above.
   *
   * @param bounds start and end of each run, ascending
   */
  boolean[] fill(int[] bounds) {
    boolean[] bitmap = new boolean[width * height];
    int x = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      int start = bounds[i];
      int end = bounds[i + 1];
      if (start - x * height >= height) {
        x = start / height;
      }
      bitmap[(start - x * height) * width + x] ^= true;
      while (end - x * height > height) {
        x++;
        bitmap[x] ^= true;
      }
      if (end - x * height < height) {
        bitmap[(end - x * height) * width + x] ^= true;
      }
    }
    for (int i = width; i < bitmap.length; i++) {
      bitmap[i] ^= bitmap[i - width];
    }
    return bitmap;
  }

  /** The columns in which rows differ from the row above, row after row. */
  private static final class Changes {
    private final int width;
    private int[] columns = new int[256];
    private int size;

    Changes(int width) {
      this.width = width;
    }

    void collect(boolean[] above, int aboveStart, boolean[] row, int rowStart) {
      if (size + width > columns.length) {
        columns = Arrays.copyOf(columns, Math.max(2 * columns.length, size + width));
      }
      int x = 0;
      while (x < width) {
        int same =
            Arrays.mismatch(
                above, aboveStart + x, aboveStart + width, row, rowStart + x, rowStart + width);
        if (same < 0) {
          return;
        }
        x += same;
        int end = Math.min(width, x + GROUP);
        for (; x < end; x++) {
          columns[size] = x;
          size += above[aboveStart + x] == row[rowStart + x] ? 0 : 1;
        }
      }
    }
  }
}
