package io.github.segbench.formats.png;

import java.util.Arrays;

/**
 * The five filters of PNG, undone.
 *
 * <p>What is filtered well is zero for the most part: then the row above, or the pixel to the left,
 * goes on. So zeros are looked for a word at a time and answered with a copy. For Paeth's filter
 * that is right because, where the pixel to the left equals the one above it, the prediction is the
 * byte above, and as long as zeros follow, the same holds one pixel on; and where the bytes above
 * repeat those before them, the prediction is the byte to the left. In a photo, whose filtered
 * bytes are noise, every byte is predicted, without a branch that the processor could not guess.
 *
 * <p>Rows begin at {@link #MARGIN}, after zeros, which are what lies left of an image, and have as
 * many bytes to spare at their end.
 *
 * <p>Source: W3C, Portable Network Graphics, section 9.
 */
final class Unfilter {
  /** Bytes before and after those of a row. */
  static final int MARGIN = Words.BYTES;

  private static final int NONE = 0;
  private static final int SUB = 1;
  private static final int UP = 2;
  private static final int AVERAGE = 3;
  private static final int PAETH = 4;

  private final int pixelBytes;
  private final int pixelShift;
  private final boolean photo;
  private final byte[] zeros;

  /**
   * @param pixelBytes of a pixel, 1 to 8; 1 if several pixels share a byte
   * @param rowBytes of the longest row
   * @param photo whether the pixels are more likely noise than runs; any are undone rightly
   */
  Unfilter(int pixelBytes, int rowBytes, boolean photo) {
    this.pixelBytes = pixelBytes;
    this.pixelShift = Long.SIZE - Byte.SIZE * pixelBytes;
    this.photo = photo;
    this.zeros = new byte[photo ? 0 : rowBytes];
  }

  /**
   * Writes a row.
   *
   * @param filtered has a word to spare after the row
   * @param from where its bytes begin
   * @param row is written
   * @param above the row above, zeros for the first
   * @return false if there is no such filter
   */
  boolean undo(int filter, byte[] filtered, int from, byte[] row, byte[] above, int length) {
    int end = MARGIN + length;
    int shift = from - MARGIN;
    switch (filter) {
      case NONE -> System.arraycopy(filtered, from, row, MARGIN, length);
      case SUB -> sub(filtered, shift, row, end);
      case UP -> up(filtered, shift, row, above, end);
      case AVERAGE -> average(filtered, shift, row, above, end);
      case PAETH -> {
        if (photo) {
          paethOfNoise(filtered, shift, row, above, end);
        } else {
          paeth(filtered, shift, row, above, end);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void sub(byte[] filtered, int shift, byte[] row, int end) {
    for (int i = MARGIN; i < end; ) {
      if (Words.get(filtered, i + shift) == 0) {
        i = repeatPixel(filtered, shift, row, i, end);
      } else {
        int stop = Math.min(i + Words.BYTES, end);
        for (; i < stop; i++) {
          row[i] = (byte) (filtered[i + shift] + row[i - pixelBytes]);
        }
      }
    }
  }

  /** Repeats the pixel before an index as long as words are zero. */
  private int repeatPixel(byte[] filtered, int shift, byte[] row, int start, int end) {
    long pixel = pixelBefore(row, start);
    int step = Words.wholeCopies(pixelBytes);
    int i = start;
    do {
      Words.set(row, i, pixel);
      i += step;
    } while (i < end && Words.get(filtered, i + shift) == 0);
    return i;
  }

  /** Works in place, as the compiler makes vectors of a loop that has one index for both arrays. */
  private static void up(byte[] filtered, int shift, byte[] row, byte[] above, int end) {
    System.arraycopy(filtered, MARGIN + shift, row, MARGIN, end - MARGIN);
    for (int i = MARGIN; i < end; i++) {
      row[i] = (byte) (row[i] + above[i]);
    }
  }

  private void average(byte[] filtered, int shift, byte[] row, byte[] above, int end) {
    for (int i = MARGIN; i < end; i++) {
      int sum = (row[i - pixelBytes] & 0xFF) + (above[i] & 0xFF);
      row[i] = (byte) (filtered[i + shift] + (sum >> 1));
    }
  }

  private void paethOfNoise(byte[] filtered, int shift, byte[] row, byte[] above, int end) {
    for (int i = MARGIN; i < end; i++) {
      int predicted =
          predictAtOnce(row[i - pixelBytes] & 0xFF, above[i] & 0xFF, above[i - pixelBytes] & 0xFF);
      row[i] = (byte) (filtered[i + shift] + predicted);
    }
  }

  private void paeth(byte[] filtered, int shift, byte[] row, byte[] above, int end) {
    System.arraycopy(above, MARGIN, row, MARGIN, end - MARGIN);
    int i = MARGIN;
    while (true) {
      // Here the pixels to the left are equal in both rows: up to the next byte nothing changes.
      int zeros = Arrays.mismatch(filtered, i + shift, end + shift, this.zeros, 0, end - i);
      if (zeros < 0) {
        return;
      }
      i += zeros;
      int same = 0;
      int before = i;
      while (same < pixelBytes) {
        if (i >= end) {
          return;
        }
        if (i - before >= Words.BYTES
            && Words.get(filtered, i + shift) == 0
            && Words.get(above, i) == Words.get(above, i - pixelBytes)) {
          i = repeatBeside(filtered, shift, row, above, i, end);
          before = i;
          same = 0;
          continue;
        }
        int predicted =
            predict(row[i - pixelBytes] & 0xFF, above[i] & 0xFF, above[i - pixelBytes] & 0xFF);
        byte value = (byte) (filtered[i + shift] + predicted);
        row[i] = value;
        same = value == above[i] ? same + 1 : 0;
        i++;
      }
    }
  }

  /** Repeats the pixel before an index as long as words are zero and the pixels above repeat. */
  private int repeatBeside(
      byte[] filtered, int shift, byte[] row, byte[] above, int start, int end) {
    long pixel = pixelBefore(row, start);
    int step = Words.wholeCopies(pixelBytes);
    int i = start;
    do {
      Words.set(row, i, pixel);
      i += step;
    } while (i < end
        && Words.get(filtered, i + shift) == 0
        && Words.get(above, i) == Words.get(above, i - pixelBytes));
    return i;
  }

  /** Whichever of left, up and their corner is nearest to left + up - corner, in this order. */
  static int predict(int left, int up, int corner) {
    int toLeft = Math.abs(up - corner);
    int toUp = Math.abs(left - corner);
    int toCorner = Math.abs(left + up - 2 * corner);
    if (toLeft <= toUp && toLeft <= toCorner) {
      return left;
    }
    return toUp <= toCorner ? up : corner;
  }

  /**
   * As {@link #predict}, but by comparisons that are masks. The prediction is the greater of left
   * and up if left + up - corner is beyond it, the smaller one if beyond that, else the corner:
   * three times the corner less left and up tells which.
   *
   * <p>Source of the thresholds: nothings/stb, {@code stb_image.h}, {@code stbi__paeth}.
   */
  static int predictAtOnce(int left, int up, int corner) {
    int difference = left - up;
    difference &= difference >> 31;
    int smaller = up + difference;
    int greater = left - difference;
    int threshold = 3 * corner - left - up;
    int cornerMask = (threshold - greater) >> 31;
    int greaterUnless = smaller ^ ((smaller ^ corner) & cornerMask);
    int otherMask = (smaller - threshold) >> 31;
    return greater ^ ((greater ^ greaterUnless) & otherMask);
  }

  /** The pixel that ends before an index, over and over. */
  private long pixelBefore(byte[] row, int index) {
    return Words.repeat(Words.get(row, index - Words.BYTES) >>> pixelShift, pixelBytes);
  }
}
