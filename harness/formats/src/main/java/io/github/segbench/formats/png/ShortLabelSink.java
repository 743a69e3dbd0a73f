package io.github.segbench.formats.png;

import java.util.Arrays;

/**
 * Rows of 16 bits a pixel as ids.
 *
 * <p>Most of a row of labels equals the row above. So the ids above are copied and only words that
 * differ are looked at.
 */
final class ShortLabelSink implements PixelSink {
  private static final int PER_WORD = Words.BYTES / Short.BYTES;

  private final int width;
  private final short[] ids;

  /**
   * @param ids {@code [height, width]}, to be written
   */
  ShortLabelSink(int width, short[] ids) {
    this.width = width;
    this.ids = ids;
  }

  @Override
  public void row(byte[] row, byte[] above, int y) {
    int to = y * width;
    if (y == 0) {
      samples(row, 0, width, to);
      return;
    }
    System.arraycopy(ids, to - width, ids, to, width);
    int end = row.length - Unfilter.MARGIN;
    for (int i = Unfilter.MARGIN; i < end; i += Words.BYTES) {
      int same = Arrays.mismatch(row, i, end, above, i, end);
      if (same < 0) {
        return;
      }
      // Back to a whole word, which is a whole number of pixels.
      i += same - same % Words.BYTES;
      int start = (i - Unfilter.MARGIN) / Short.BYTES;
      samples(row, start, Math.min(start + PER_WORD, width), to);
    }
  }

  private void samples(byte[] row, int start, int stop, int to) {
    for (int x = start; x < stop; x++) {
      int i = Unfilter.MARGIN + Short.BYTES * x;
      ids[to + x] = (short) (row[i] << Byte.SIZE | (row[i + 1] & 0xFF));
    }
  }

  @Override
  public void pixel(byte[] row, int index, int x, int y) {
    samples(row, index, index + 1, y * width + x - index);
  }
}
