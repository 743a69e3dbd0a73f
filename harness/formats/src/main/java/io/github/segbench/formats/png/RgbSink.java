package io.github.segbench.formats.png;

import io.github.segbench.api.image.RgbImage;

/**
 * Rows of whole bytes a sample as RGB: grey or colours, with or without alpha, which is left out;
 * of 16 bits the upper eight.
 */
final class RgbSink implements PixelSink {
  private final int width;
  private final int pixelBytes;

  /** How far after the first byte of a pixel its green is. */
  private final int green;

  private final int blue;
  private final byte[] rgb;

  private RgbSink(int width, int pixelBytes, int green, byte[] rgb) {
    this.width = width;
    this.pixelBytes = pixelBytes;
    this.green = green;
    this.blue = 2 * green;
    this.rgb = rgb;
  }

  /**
   * @param header of an image without a palette, of 8 or 16 bits
   * @param rgb {@code [height, width, 3]}, to be written
   */
  static RgbSink of(PngHeader header, byte[] rgb) {
    int sampleBytes = header.bitDepth() / Byte.SIZE;
    boolean coloured =
        header.colourType() == PngHeader.RGB || header.colourType() == PngHeader.RGB_ALPHA;
    int pixelBytes = header.bitsPerPixel() / Byte.SIZE;
    return new RgbSink(header.width(), pixelBytes, coloured ? sampleBytes : 0, rgb);
  }

  @Override
  public void row(byte[] row, byte[] above, int y) {
    int to = y * width * RgbImage.CHANNELS;
    if (pixelBytes == RgbImage.CHANNELS) {
      System.arraycopy(row, Unfilter.MARGIN, rgb, to, width * RgbImage.CHANNELS);
      return;
    }
    int from = Unfilter.MARGIN;
    for (int x = 0; x < width; x++) {
      rgb[to] = row[from];
      rgb[to + 1] = row[from + green];
      rgb[to + 2] = row[from + blue];
      from += pixelBytes;
      to += RgbImage.CHANNELS;
    }
  }

  @Override
  public void pixel(byte[] row, int index, int x, int y) {
    int to = (y * width + x) * RgbImage.CHANNELS;
    int from = Unfilter.MARGIN + index * pixelBytes;
    rgb[to] = row[from];
    rgb[to + 1] = row[from + green];
    rgb[to + 2] = row[from + blue];
  }
}
