package io.github.segbench.formats.png;

/** Rows of one sample a pixel, of 1 to 8 bits, as ids. */
final class ByteLabelSink implements PixelSink {
  private final int width;
  private final int bitDepth;
  private final byte[] ids;

  /**
   * @param ids {@code [height, width]}, to be written
   */
  ByteLabelSink(int width, int bitDepth, byte[] ids) {
    this.width = width;
    this.bitDepth = bitDepth;
    this.ids = ids;
  }

  @Override
  public void row(byte[] row, byte[] above, int y) {
    int to = y * width;
    if (bitDepth == Byte.SIZE) {
      System.arraycopy(row, Unfilter.MARGIN, ids, to, width);
      return;
    }
    for (int x = 0; x < width; x++) {
      ids[to + x] = part(row, x);
    }
  }

  @Override
  public void pixel(byte[] row, int index, int x, int y) {
    ids[y * width + x] = part(row, index);
  }

  /** A sample that may share its byte: the first one has the highest bits. */
  private byte part(byte[] row, int index) {
    int bit = index * bitDepth;
    int shift = Byte.SIZE - bitDepth - bit % Byte.SIZE;
    return (byte) (row[Unfilter.MARGIN + bit / Byte.SIZE] >> shift & ((1 << bitDepth) - 1));
  }
}
