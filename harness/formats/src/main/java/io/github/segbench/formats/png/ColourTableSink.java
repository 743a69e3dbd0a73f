package io.github.segbench.formats.png;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.formats.FormatException;
import java.util.Arrays;

/** Rows of 1 to 8 bits a pixel as the RGB that a table has for each value: a palette, or greys. */
final class ColourTableSink implements PixelSink {
  private final int width;
  private final int bitDepth;
  private final byte[] table;
  private final int colours;
  private final byte[] rgb;
  private int largest;

  /**
   * @param palette used if the header says so
   * @param rgb {@code [height, width, 3]}, to be written
   */
  ColourTableSink(PngHeader header, byte[] palette, byte[] rgb) {
    this.width = header.width();
    this.bitDepth = header.bitDepth();
    int values = 1 << bitDepth;
    byte[] known = header.colourType() == PngHeader.PALETTE ? palette : greys(values);
    this.colours = known.length / RgbImage.CHANNELS;
    this.table = Arrays.copyOf(known, Math.max(values, colours) * RgbImage.CHANNELS);
    this.rgb = rgb;
  }

  private static byte[] greys(int values) {
    byte[] greys = new byte[values * RgbImage.CHANNELS];
    for (int i = 0; i < greys.length; i++) {
      greys[i] = (byte) (i / RgbImage.CHANNELS * 255 / (values - 1));
    }
    return greys;
  }

  @Override
  public void row(byte[] row, byte[] above, int y) {
    for (int x = 0; x < width; x++) {
      pixel(row, x, x, y);
    }
  }

  @Override
  public void pixel(byte[] row, int index, int x, int y) {
    int bit = index * bitDepth;
    int shift = Byte.SIZE - bitDepth - bit % Byte.SIZE;
    int value = row[Unfilter.MARGIN + bit / Byte.SIZE] >> shift & ((1 << bitDepth) - 1);
    largest = Math.max(largest, value);
    System.arraycopy(table, value * RgbImage.CHANNELS, rgb, (y * width + x) * RgbImage.CHANNELS, 3);
  }

  /**
   * @throws FormatException if a pixel had a value that the palette has not
   */
  void requireKnownIndices(String name) {
    if (largest >= colours) {
      throw new FormatException(
          name
              + ": corrupt PNG file (a pixel has palette index "
              + largest
              + ", expected less than "
              + colours
              + ")");
    }
  }
}
