package io.github.segbench.formats.png;

/** What is made of the pixels of a PNG file. Rows begin at {@link Unfilter#MARGIN}. */
interface PixelSink {
  /**
   * Takes all pixels of a row.
   *
   * @param row packed pixels
   * @param above those of the row above, which were taken before; zeros if {@code y} is 0
   */
  void row(byte[] row, byte[] above, int y);

  /**
   * Takes one pixel.
   *
   * @param row packed pixels
   * @param index of the pixel in it
   * @param x where it lies in the image
   */
  void pixel(byte[] row, int index, int x, int y);
}
