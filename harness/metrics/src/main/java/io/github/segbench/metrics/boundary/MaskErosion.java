package io.github.segbench.metrics.boundary;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.MaskBuilder;

/**
 * Erosion of masks by a square, from runs to runs: a pixel stays if all pixels of the square around
 * it are foreground; beyond the image is background. Keeps its buffers: an object for each thread.
 *
 * <p>Each run of a column is cut at both ends first, which leaves few. A pixel stays if it is then
 * in all columns of the square, whose intersection takes two steps a column, however wide the
 * square: columns stand in blocks of its width, and a square is the end of one block and the
 * beginning of the next (van Herk 1992; Gil and Werman 1993, for minima of numbers).
 */
public final class MaskErosion {
  private final ColumnIntervals columns = new ColumnIntervals();
  private final ColumnIntervals fromBlockStart = new ColumnIntervals();
  private final ColumnIntervals toBlockEnd = new ColumnIntervals();
  private final ColumnIntervals eroded = new ColumnIntervals();

  /**
   * The mask without the pixels that are at most {@code distance} rows and columns away from a
   * background pixel. Equal to that many erosions by a square of 3x3 pixels.
   *
   * @param distance at least 1; the square has a side of {@code 2 distance + 1}
   */
  public Mask erode(Mask mask, int distance) {
    if (distance < 1) {
      throw new IllegalArgumentException("the distance of an erosion is " + distance);
    }
    BoundingBox box = mask.boundingBox();
    MaskBuilder runs = new MaskBuilder(mask.width(), mask.height());
    int left = (int) box.x();
    int width = (int) box.width();
    // As a long: any distance is allowed.
    long side = 2L * distance + 1;
    if (side <= Math.min(width, box.height())) {
      cutRuns(mask, distance, left, width);
      intersectWindows(width, (int) side);
      for (int x = 0; x <= width - side; x++) {
        int column = (left + x + distance) * mask.height();
        for (int i = eroded.first(x); i < eroded.last(x); i += 2) {
          runs.append(column + eroded.bound(i), column + eroded.bound(i + 1));
        }
      }
    }
    return runs.build();
  }

  /** The rows of each column that are farther than the distance from background of the column. */
  private void cutRuns(Mask mask, int distance, int left, int width) {
    columns.clear(width);
    int height = mask.height();
    int x = 0;
    int column = left * height;
    for (int run = 0; run < mask.runs(); run++) {
      int start = mask.start(run);
      int end = mask.end(run);
      if (end - start <= 2 * distance) {
        // Nothing is left of it; all runs of noise are such.
        continue;
      }
      while (start - column >= height) {
        columns.close(x++);
        column += height;
      }
      while (end - column > height) {
        cutRun(start - column, height, distance);
        columns.close(x++);
        column += height;
        start = column;
      }
      cutRun(start - column, end - column, distance);
    }
    while (x < width) {
      columns.close(x++);
    }
  }

  private void cutRun(int start, int end, int distance) {
    if (start + distance < end - distance) {
      columns.append(start + distance, end - distance);
    }
  }

  /** For each window of columns, by its first one, the rows that all of them have. */
  private void intersectWindows(int width, int side) {
    fromBlockStart.clear(width);
    toBlockEnd.clear(width);
    eroded.clear(width);
    for (int x = 0; x < width; x++) {
      if (x % side == 0) {
        fromBlockStart.copy(columns, x);
      } else {
        fromBlockStart.intersect(fromBlockStart, x - 1, columns, x, x);
      }
    }
    for (int x = width - 1; x >= 0; x--) {
      if (x % side == side - 1 || x == width - 1) {
        toBlockEnd.copy(columns, x);
      } else {
        toBlockEnd.intersect(toBlockEnd, x + 1, columns, x, x);
      }
    }
    for (int x = 0; x <= width - side; x++) {
      eroded.intersect(toBlockEnd, x, fromBlockStart, x + side - 1, x);
    }
  }
}
