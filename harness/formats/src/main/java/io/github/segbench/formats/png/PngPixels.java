package io.github.segbench.formats.png;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.formats.FormatException;
import java.util.Arrays;

/**
 * The pixels of a PNG file on their way to a {@link PixelSink}: decompressed and unfiltered row by
 * row, so that besides the sink's array nothing grows with the image but two rows.
 */
final class PngPixels {
  /** The largest image that is read, in pixels: as of a photo. */
  static final int MAX_PIXELS = ImageCodec.MAX_PIXELS;

  /** The most bytes that one compressed byte stands for: four matches of 258 in two bits each. */
  private static final int MOST_EXPANSION = 4 * Inflate.LONGEST_MATCH;

  /** First column and row of each pass of Adam7, and the steps between columns and rows. */
  private static final int[][] ADAM7 = {
    {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
  };

  private final PngHeader header;
  private final BitInput in;
  private final byte[] palette;
  private final Unfilter unfilter;
  private byte[] row;
  private byte[] above;

  private PngPixels(PngHeader header, BitInput in, byte[] palette, boolean photo) {
    this.header = header;
    this.in = in;
    this.palette = palette;
    int rowBytes = (int) header.rowBytes(header.width());
    int length = rowBytes + 2 * Unfilter.MARGIN;
    this.unfilter = new Unfilter(Math.max(1, header.bitsPerPixel() / Byte.SIZE), rowBytes, photo);
    this.row = new byte[length];
    this.above = new byte[length];
  }

  /**
   * Checks everything that can be checked without decompressing, so that the caller can make an
   * array of the image's size.
   *
   * @param photo whether the pixels are more likely noise than runs
   * @throws FormatException if the file is not whole or its image is too large
   */
  static PngPixels of(byte[] encoded, PngHeader header, boolean photo, String name) {
    long pixels = (long) header.width() * header.height();
    if (pixels > MAX_PIXELS) {
      throw new FormatException(
          name
              + ": the image has "
              + header.width()
              + "x"
              + header.height()
              + " pixels, expected at most "
              + MAX_PIXELS);
    }
    PngChunks chunks = PngChunks.of(encoded, header, name);
    BitInput in = chunks.pixels();
    long least = pixels * header.bitsPerPixel() / Byte.SIZE;
    if (least > (long) in.length * MOST_EXPANSION) {
      throw in.corrupt(
          in.length
              + " compressed bytes cannot hold "
              + header.width()
              + "x"
              + header.height()
              + " pixels");
    }
    return new PngPixels(header, in, chunks.palette(), photo);
  }

  /** Red, green and blue of each index; empty if the file has no palette. */
  byte[] palette() {
    return palette;
  }

  /**
   * @throws FormatException if the compressed data are damaged, or are too few or too many
   */
  void writeTo(PixelSink sink) {
    Inflate inflate = new Inflate(in, row.length);
    if (header.interlaced()) {
      for (int[] pass : ADAM7) {
        pass(inflate, sink, pass[0], pass[1], pass[2], pass[3]);
      }
    } else {
      int length = (int) header.rowBytes(header.width());
      for (int y = 0; y < header.height(); y++) {
        next(inflate, length);
        sink.row(row, above, y);
      }
    }
    inflate.finish();
  }

  private void pass(Inflate inflate, PixelSink sink, int left, int top, int stepX, int stepY) {
    int pixels = (header.width() - left + stepX - 1) / stepX;
    if (pixels <= 0) {
      return;
    }
    // The row above the first one of a pass is zero.
    Arrays.fill(row, (byte) 0);
    int length = (int) header.rowBytes(pixels);
    for (int y = top; y < header.height(); y += stepY) {
      next(inflate, length);
      for (int i = 0; i < pixels; i++) {
        sink.pixel(row, i, left + i * stepX, y);
      }
    }
  }

  private void next(Inflate inflate, int length) {
    byte[] free = above;
    above = row;
    row = free;
    int start = inflate.take(length + 1);
    byte[] window = inflate.window();
    if (!unfilter.undo(window[start], window, start + 1, row, above, length)) {
      throw in.corrupt("unknown filter " + (window[start] & 0xFF));
    }
  }
}
