package io.github.segbench.formats.png;

import io.github.segbench.formats.FormatException;

/** Rows of pixels of any kind as colours, 0xRRGGBB. */
final class ColourSink implements PixelSink {
  private static final int BYTE_MASK = 0xFF;
  private static final int GREY_TO_RGB = 0x010101;
  private static final int RGB_SAMPLES = 3;

  private final PngHeader header;
  private final int samples;
  private final int[] palette;
  private final int[] colours;
  private final String name;

  /**
   * @param palette the colours of the indices; empty unless the pixels are indices
   * @param colours {@code [height, width]}, to be written
   * @param name names the file in error messages
   */
  ColourSink(PngHeader header, int[] palette, int[] colours, String name) {
    this.header = header;
    this.samples = header.bitsPerPixel() / header.bitDepth();
    this.palette = palette;
    this.colours = colours;
    this.name = name;
  }

  @Override
  public void row(byte[] row, byte[] above, int y) {
    for (int x = 0; x < header.width(); x++) {
      pixel(row, x, x, y);
    }
  }

  @Override
  public void pixel(byte[] row, int index, int x, int y) {
    int first = index * samples;
    int colour;
    if (header.colourType() == PngHeader.PALETTE) {
      int entry = sample(row, first, x, y);
      if (entry >= palette.length) {
        throw at(x, y, "palette index " + entry + " in a palette of " + palette.length);
      }
      colour = palette[entry];
    } else if (samples < RGB_SAMPLES) {
      colour = GREY_TO_RGB * grey(sample(row, first, x, y));
    } else {
      colour =
          sample(row, first, x, y) << 16
              | sample(row, first + 1, x, y) << 8
              | sample(row, first + 2, x, y);
    }
    colours[y * header.width() + x] = colour;
  }

  /** A grey value of up to 8 bits as one of 8. */
  private int grey(int value) {
    return header.bitDepth() < Byte.SIZE
        ? value * (BYTE_MASK / ((1 << header.bitDepth()) - 1))
        : value;
  }

  private int sample(byte[] row, int index, int x, int y) {
    int bits = header.bitDepth();
    if (bits == Byte.SIZE) {
      return row[Unfilter.MARGIN + index] & BYTE_MASK;
    }
    if (bits < Byte.SIZE) {
      int bit = index * bits;
      int shift = Byte.SIZE - bits - bit % Byte.SIZE;
      return row[Unfilter.MARGIN + bit / Byte.SIZE] >> shift & ((1 << bits) - 1);
    }
    int high = row[Unfilter.MARGIN + 2 * index] & BYTE_MASK;
    int low = row[Unfilter.MARGIN + 2 * index + 1] & BYTE_MASK;
    if (high != low) {
      throw at(x, y, "16-bit sample " + (high << 8 | low) + ", expected one of 8 bits, v * 257");
    }
    return high;
  }

  private FormatException at(int x, int y, String problem) {
    return new FormatException(name + ": pixel x=" + x + " y=" + y + " has " + problem);
  }
}
