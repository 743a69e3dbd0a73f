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
    Changes changes = new Changes(256);
    // Above a column is the end of the column before.
    boolean[] above = new boolean[width];
    System.arraycopy(bitmap, (height - 1) * width, above, 1, width - 1);
    collect(above, 0, bitmap, 0, changes);
    for (int y = 1; y < height; y++) {
      collect(bitmap, (y - 1) * width, bitmap, y, changes);
    }
    boolean open = bitmap[bitmap.length - 1];
    int[] bounds = new int[changes.size + (open ? 1 : 0)];
    int[] next = starts(changes.columns, changes.size, width);
    for (int i = 0; i < changes.size; i++) {
      int x = changes.columns[i];
      bounds[next[x]++] = x * height + changes.rows[i];
    }
    if (open) {
      bounds[changes.size] = width * height;
    }
    return bounds;
  }

  private void collect(boolean[] above, int aboveStart, boolean[] bitmap, int y, Changes changes) {
    int rowStart = y * width;
    changes.reserve(width);
    int x = 0;
    while (x < width) {
      int same =
          Arrays.mismatch(
              above, aboveStart + x, aboveStart + width, bitmap, rowStart + x, rowStart + width);
      if (same < 0) {
        return;
      }
      x += same;
      for (int end = Math.min(width, x + GROUP); x < end; x++) {
        changes.addIf(above[aboveStart + x] != bitmap[rowStart + x], x, y);
      }
    }
  }

  /**
   * The bitmap of runs: each row is the row above with its changes.
   *
   * @param bounds start and end of each run, ascending
   */
  boolean[] fill(int[] bounds) {
    Changes changes = changes(bounds);
    int[] columns = new int[changes.size];
    int[] next = starts(changes.rows, changes.size, height);
    for (int i = 0; i < changes.size; i++) {
      columns[next[changes.rows[i]]++] = changes.columns[i];
    }
    boolean[] bitmap = new boolean[width * height];
    for (int y = 0, i = 0; y < height; y++) {
      int row = y * width;
      if (i > 0) {
        System.arraycopy(bitmap, row - width, bitmap, row, width);
      }
      for (; i < next[y]; i++) {
        bitmap[row + columns[i]] ^= true;
      }
    }
    return bitmap;
  }

  /** Where the runs change from row to row; one that goes on in the next column starts again. */
  private Changes changes(int[] bounds) {
    Changes changes = new Changes(bounds.length + width);
    int x = 0;
    for (int i = 0; i < bounds.length; i += 2) {
      int start = bounds[i];
      int end = bounds[i + 1];
      if (start - x * height >= height) {
        x = start / height;
      }
      changes.addIf(true, x, start - x * height);
      while (end - x * height > height) {
        x++;
        changes.addIf(true, x, 0);
      }
      changes.addIf(end - x * height < height, x, end - x * height);
    }
    return changes;
  }

  /** Where the changes of each row or column start in an array that is sorted by it. */
  private static int[] starts(int[] keys, int size, int count) {
    int[] starts = new int[count + 1];
    for (int i = 0; i < size; i++) {
      starts[keys[i] + 1]++;
    }
    for (int key = 0; key < count; key++) {
      starts[key + 1] += starts[key];
    }
    return starts;
  }

  /** The pixels that differ from the one above. */
  private static final class Changes {
    private int[] columns;
    private int[] rows;
    private int size;

    /** Has room for one more than so many. */
    Changes(int most) {
      columns = new int[most + 1];
      rows = new int[most + 1];
    }

    void reserve(int more) {
      if (size + more >= columns.length) {
        int length = Math.max(2 * columns.length, size + more + 1);
        columns = Arrays.copyOf(columns, length);
        rows = Arrays.copyOf(rows, length);
      }
    }

    /** Written always and kept if so, as a branch could not be predicted. */
    void addIf(boolean changed, int column, int row) {
      columns[size] = column;
      rows[size] = row;
      size += changed ? 1 : 0;
    }
  }
}
