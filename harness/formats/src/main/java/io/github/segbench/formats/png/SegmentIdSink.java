package io.github.segbench.formats.png;

import java.util.Arrays;

/**
 * Rows of three bytes a pixel as numbers, the first byte lowest.
 *
 * <p>Most of a row of segments equals the row above. So the ids above are copied and only pixels
 * that differ are looked at.
 */
final class SegmentIdSink implements PixelSink {
  private static final int PIXEL = 3;

  /** How many pixels are read anew where one differs: an edge often moves by more than one. */
  private static final int AT_A_TIME = 4;

  private static final int ID_MASK = 0xFFFFFF;

  private final int width;
  private final int[] ids;

  /**
   * @param ids {@code [height, width]}, to be written
   */
  SegmentIdSink(int width, int[] ids) {
    this.width = width;
    this.ids = ids;
  }

  @Override
  public void row(byte[] row, byte[] above, int y) {
    int to = y * width;
    if (y == 0) {
      pixels(row, 0, width, to);
      return;
    }
    System.arraycopy(ids, to - width, ids, to, width);
    int end = Unfilter.MARGIN + PIXEL * width;
    int x = 0;
    while (x < width) {
      int i = Unfilter.MARGIN + PIXEL * x;
      int same = Arrays.mismatch(row, i, end, above, i, end);
      if (same < 0) {
        return;
      }
      int first = x + same / PIXEL;
      x = Math.min(first + AT_A_TIME, width);
      pixels(row, first, x, to);
    }
  }

  private void pixels(byte[] row, int start, int stop, int to) {
    for (int x = start; x < stop; x++) {
      // The margin behind the row is as long as a word, so the last pixel can be read so too.
      ids[to + x] = (int) Words.get(row, Unfilter.MARGIN + PIXEL * x) & ID_MASK;
    }
  }

  @Override
  public void pixel(byte[] row, int index, int x, int y) {
    pixels(row, index, index + 1, y * width + x - index);
  }
}
