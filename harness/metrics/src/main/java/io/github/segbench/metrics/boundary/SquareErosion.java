package io.github.segbench.metrics.boundary;

import java.util.Arrays;

/**
 * The erosion of a mask by a 3x3 square that is applied several times, which is the erosion by one
 * larger square: a pixel stays if all pixels up to {@code radius} rows and columns away are there.
 *
 * <p>Rows and columns are eroded one after the other. The conjunction of <i>n</i> neighbours is
 * built from conjunctions of 1, 2, 4, ... neighbours, for 64 pixels at a time.
 */
final class SquareErosion {
  private static final int WORD = 64;

  private long[] row = new long[0];
  private long[] rows = new long[0];

  /**
   * Erodes a mask.
   *
   * @param radius times that the 3x3 square is applied, at least 1
   * @param beyond whether the pixels beyond the window count as being there
   */
  void erode(BitRaster mask, int radius, boolean beyond) {
    if (!beyond && (mask.width() <= 2 * radius || mask.height() <= 2 * radius)) {
      Arrays.fill(mask.words(), 0, mask.size(), 0);
      return;
    }
    long outside = beyond ? -1L : 0L;
    int rowWords = mask.rowWords();
    int padding = radius * rowWords;
    int size = mask.size();
    if (rows.length < size + 2 * padding) {
      rows = new long[size + 2 * padding];
    }
    Arrays.fill(rows, 0, padding, outside);
    Arrays.fill(rows, padding + size, size + 2 * padding, outside);
    for (int y = 0; y < mask.height(); y++) {
      erodeRow(mask, y, radius, outside, padding + y * rowWords);
    }
    erodeColumns(size + 2 * padding, rowWords, 2 * radius + 1);
    for (int i = 0; i < size; i++) {
      mask.words()[i] &= rows[i];
    }
  }

  /** Erodes a row into {@link #rows}: pads it on both sides, then joins neighbours on the right. */
  private void erodeRow(BitRaster mask, int y, int radius, long outside, int to) {
    int rowWords = mask.rowWords();
    int from = y * rowWords;
    int padded = (mask.width() + 2 * radius + WORD - 1) / WORD + 1;
    if (row.length < padded + 1) {
      row = new long[padded + 1];
    }
    if (isEmpty(mask.words(), from, rowWords)) {
      Arrays.fill(rows, to, to + rowWords, 0);
      return;
    }
    Arrays.fill(row, 0, padded + 1, outside);
    place(mask, from, radius, outside);
    int neighbours = 2 * radius + 1;
    int joined = 1;
    while (2 * joined <= neighbours) {
      joinRight(padded, joined);
      joined *= 2;
    }
    if (joined < neighbours) {
      joinRight(padded, neighbours - joined);
    }
    System.arraycopy(row, 0, rows, to, rowWords);
  }

  private static boolean isEmpty(long[] words, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (words[i] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Puts a row of the mask {@code radius} columns to the right, into a row of pixels outside. */
  private void place(BitRaster mask, int from, int radius, long outside) {
    int skip = radius / WORD;
    int shift = radius % WORD;
    int rowWords = mask.rowWords();
    long lastBits = -1L >>> -mask.width();
    long carry = shift == 0 ? 0 : outside & ((1L << shift) - 1);
    for (int i = 0; i < rowWords; i++) {
      long word = mask.words()[from + i];
      if (i == rowWords - 1) {
        word |= outside & ~lastBits;
      }
      row[skip + i] = (word << shift) | carry;
      carry = shift == 0 ? 0 : word >>> (WORD - shift);
    }
    if (shift != 0) {
      row[skip + rowWords] = carry | (outside & (-1L << shift));
    }
  }

  /** Each pixel becomes the conjunction of itself and the pixel some columns to the right. */
  private void joinRight(int count, int columns) {
    int skip = columns / WORD;
    int shift = columns % WORD;
    for (int i = 0; i + skip < count; i++) {
      long word = row[i + skip];
      row[i] &= shift == 0 ? word : (word >>> shift) | (row[i + skip + 1] << (WORD - shift));
    }
  }

  private void erodeColumns(int size, int rowWords, int neighbours) {
    int joined = 1;
    while (2 * joined <= neighbours) {
      joinBelow(size, joined * rowWords);
      joined *= 2;
    }
    if (joined < neighbours) {
      joinBelow(size, (neighbours - joined) * rowWords);
    }
  }

  private void joinBelow(int size, int distance) {
    for (int i = 0; i + distance < size; i++) {
      rows[i] &= rows[i + distance];
    }
  }
}
