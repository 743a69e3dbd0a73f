package io.github.segbench.formats.png;

import java.util.Arrays;

/**
 * Rows of one sample a pixel, of 1 to 16 bits, as ids.
 *
 * <p>Most of a row of labels equals the row above. So the ids above are copied and only words that
 * differ are looked at.
 */
final class LabelSink implements PixelSink {
  private final int width;
  private final int bitDepth;
  private final short[] ids;

  /**
   * @param ids {@code [height, width]}, to be written
   */
  LabelSink(int width, int bitDepth, short[] ids) {
    this.width = width;
    this.bitDepth = bitDepth;
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
    int perWord = Long.SIZE / bitDepth;
    for (int i = Unfilter.MARGIN; i < end; i += Words.BYTES) {
      int same = Arrays.mismatch(row, i, end, above, i, end);
      if (same < 0) {
        return;
      }
      // Back to a whole word, which is a whole number of pixels.
      i += same - same % Words.BYTES;
      int start = (i - Unfilter.MARGIN) / Words.BYTES * perWord;
      samples(row, start, Math.min(start + perWord, width), to);
    }
  }

  private void samples(byte[] row, int start, int stop, int to) {
    switch (bitDepth) {
      case 8 -> bytes(row, start, stop, to);
      case 16 -> shorts(row, start, stop, to);
      default -> parts(row, start, stop, to);
    }
  }

  private void bytes(byte[] row, int start, int stop, int to) {
    for (int x = start; x < stop; x++) {
      ids[to + x] = (short) (row[Unfilter.MARGIN + x] & 0xFF);
    }
  }

  private void shorts(byte[] row, int start, int stop, int to) {
    for (int x = start; x < stop; x++) {
      int i = Unfilter.MARGIN + 2 * x;
      ids[to + x] = (short) (row[i] << Byte.SIZE | (row[i + 1] & 0xFF));
    }
  }

  private void parts(byte[] row, int start, int stop, int to) {
    for (int x = start; x < stop; x++) {
      ids[to + x] = (short) part(row, x);
    }
  }

  /** A sample that shares its byte: the first one has the highest bits. */
  private int part(byte[] row, int index) {
    int bit = index * bitDepth;
    int shift = Byte.SIZE - bitDepth - bit % Byte.SIZE;
    return row[Unfilter.MARGIN + bit / Byte.SIZE] >> shift & ((1 << bitDepth) - 1);
  }

  @Override
  public void pixel(byte[] row, int index, int x, int y) {
    samples(row, index, index + 1, y * width + x - index);
  }
}
