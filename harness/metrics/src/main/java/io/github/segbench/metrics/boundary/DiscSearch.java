package io.github.segbench.metrics.boundary;

import java.util.Arrays;

/** Searches for pixels that are nearer than some Euclidean distance. */
final class DiscSearch {
  private static final int WORD = 64;

  /** Columns on each side that belong to the disc, for each distance of rows. */
  private final int[] reach;

  /**
   * @param squaredDistance the square of the distance that pixels must be nearer than, positive
   */
  DiscSearch(double squaredDistance) {
    int[] columns = new int[(int) Math.sqrt(squaredDistance) + 2];
    int rows = 0;
    while ((double) rows * rows < squaredDistance) {
      int column = 0;
      while ((double) (column + 1) * (column + 1) + (double) rows * rows < squaredDistance) {
        column++;
      }
      columns[rows++] = column;
    }
    reach = Arrays.copyOf(columns, rows);
  }

  /** How many pixels of a raster have a pixel of another raster near. */
  int countNear(BitRaster pixels, BitRaster others) {
    int count = 0;
    for (int y = 0; y < pixels.height(); y++) {
      int row = y * pixels.rowWords();
      for (int i = 0; i < pixels.rowWords(); i++) {
        long word = pixels.words()[row + i];
        while (word != 0) {
          int column = pixels.left() + i * WORD + Long.numberOfTrailingZeros(word);
          if (isNear(others, pixels.top() + y, column)) {
            count++;
          }
          word &= word - 1;
        }
      }
    }
    return count;
  }

  private boolean isNear(BitRaster others, int row, int column) {
    for (int rows = 0; rows < reach.length; rows++) {
      int from = column - reach[rows];
      int to = column + reach[rows];
      if (others.hasAny(row - rows, from, to) || others.hasAny(row + rows, from, to)) {
        return true;
      }
    }
    return false;
  }
}
