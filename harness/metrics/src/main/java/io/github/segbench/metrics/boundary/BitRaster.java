package io.github.segbench.metrics.boundary;

import java.util.Arrays;

/**
 * A binary mask in a window of an image, 64 pixels a word. Windows start at a multiple of 64
 * columns, so that the words of two rasters of one image lie under one another.
 *
 * <p>Reused for one mask after the other; the arrays grow to the largest.
 */
final class BitRaster {
  private static final int WORD = 64;

  private int left;
  private int top;
  private int width;
  private int height;
  private int rowWords;
  private long[] words = new long[0];

  /**
   * Makes it an empty mask.
   *
   * @param left a multiple of 64
   */
  void reset(int left, int top, int width, int height) {
    this.left = left;
    this.top = top;
    this.width = width;
    this.height = height;
    rowWords = (width + WORD - 1) / WORD;
    int size = rowWords * height;
    if (words.length < size) {
      words = new long[size];
    } else {
      Arrays.fill(words, 0, size, 0);
    }
  }

  /** Makes it a copy of another. */
  void copyFrom(BitRaster other) {
    reset(other.left, other.top, other.width, other.height);
    System.arraycopy(other.words, 0, words, 0, size());
  }

  int left() {
    return left;
  }

  int top() {
    return top;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int rowWords() {
    return rowWords;
  }

  /** The words, row by row, with bit 0 on the left; the array may be longer. */
  long[] words() {
    return words;
  }

  int size() {
    return rowWords * height;
  }

  /** Adds the pixels of a row of the image from a column to one before another. */
  void fill(int row, int from, int to) {
    int base = (row - top) * rowWords;
    int first = from - left;
    int last = to - left - 1;
    int firstWord = base + first / WORD;
    int lastWord = base + last / WORD;
    long head = -1L << first;
    long tail = -1L >>> ~last;
    if (firstWord == lastWord) {
      words[firstWord] |= head & tail;
    } else {
      words[firstWord] |= head;
      Arrays.fill(words, firstWord + 1, lastWord, -1L);
      words[lastWord] |= tail;
    }
  }

  /** Whether a row of the image has a pixel from a column to another, both included. */
  boolean hasAny(int row, int from, int to) {
    int first = Math.max(from - left, 0);
    int last = Math.min(to - left, width - 1);
    if (row < top || row >= top + height || first > last) {
      return false;
    }
    int base = (row - top) * rowWords;
    int firstWord = base + first / WORD;
    int lastWord = base + last / WORD;
    long head = -1L << first;
    long tail = -1L >>> ~last;
    if (firstWord == lastWord) {
      return (words[firstWord] & head & tail) != 0;
    }
    if ((words[firstWord] & head) != 0 || (words[lastWord] & tail) != 0) {
      return true;
    }
    for (int word = firstWord + 1; word < lastWord; word++) {
      if (words[word] != 0) {
        return true;
      }
    }
    return false;
  }

  /** Takes the pixels of another raster of the same window away. */
  void remove(BitRaster other) {
    for (int i = 0; i < size(); i++) {
      words[i] &= ~other.words[i];
    }
  }

  /** Adds the pixels of another raster whose window lies within this one. */
  void addAll(BitRaster other) {
    for (int y = 0; y < other.height; y++) {
      int to = wordUnder(other, y);
      int from = y * other.rowWords;
      for (int i = 0; i < other.rowWords; i++) {
        words[to + i] |= other.words[from + i];
      }
    }
  }

  /** Number of pixels. */
  int count() {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      count += Long.bitCount(words[i]);
    }
    return count;
  }

  /** Number of pixels that another raster has too; its window lies within this one. */
  int countCommon(BitRaster other) {
    int count = 0;
    for (int y = 0; y < other.height; y++) {
      int mine = wordUnder(other, y);
      int theirs = y * other.rowWords;
      for (int i = 0; i < other.rowWords; i++) {
        count += Long.bitCount(words[mine + i] & other.words[theirs + i]);
      }
    }
    return count;
  }

  private int wordUnder(BitRaster other, int row) {
    return (other.top - top + row) * rowWords + (other.left - left) / WORD;
  }
}
