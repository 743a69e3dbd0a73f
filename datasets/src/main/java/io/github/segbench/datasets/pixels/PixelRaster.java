package io.github.segbench.datasets.pixels;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.png.ColourMap;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The samples of a decoded BMP, GIF or TIFF file, before anything is made of their colours. */
final class PixelRaster {
  private static final int BYTE_MASK = 0xFF;
  private static final int RGB_MASK = 0xFFFFFF;
  private static final int GREY_TO_RGB = 0x010101;
  private static final int RGB_BANDS = 3;

  /** A byte in both halves of 16 bits is this many times the byte. */
  private static final int DOUBLED = 257;

  private final Raster raster;
  private final ColorModel colours;
  private final String name;

  PixelRaster(BufferedImage image, String name) {
    this.raster = image.getRaster();
    this.colours = image.getColorModel();
    this.name = name;
  }

  /**
   * The only image of a file.
   *
   * @throws FormatException if it is damaged or lossy, or there are more
   */
  static PixelRaster of(byte[] content, PixelFileType type, String name) {
    try (PageReader pages =
        PageReader.of(
            type, new MemoryCacheImageInputStream(new ByteArrayInputStream(content)), name)) {
      if (pages.pages() != 1) {
        throw new FormatException(name + ": has " + pages.pages() + " images, expected one");
      }
      return new PixelRaster(pages.readLossless(0), name);
    } catch (IOException e) {
      throw new FormatException(name + ": cannot be closed (" + e.getMessage() + ")", e);
    }
  }

  /**
   * The samples of the one channel that there is.
   *
   * @throws FormatException if there are more, or one is no whole number of 0 to 65535
   */
  LabelMap values() {
    if (raster.getNumBands() != 1) {
      throw new FormatException(
          name
              + ": labels have "
              + raster.getNumBands()
              + " channels, expected one channel of ids (grey or palette)");
    }
    if (raster.getDataBuffer().getDataType() > DataBuffer.TYPE_INT) {
      throw new FormatException(name + ": labels are floating point numbers, expected whole ones");
    }
    int width = raster.getWidth();
    short[] values = new short[width * raster.getHeight()];
    int[] row = new int[width];
    for (int y = 0, i = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        if (row[x] < 0 || row[x] > LabelSet.MAX_ID) {
          throw at(x, y, "label " + row[x] + ", expected 0 to 65535");
        }
        values[i++] = (short) row[x];
      }
    }
    return new LabelMap(width, raster.getHeight(), values);
  }

  /**
   * The colours of the palette, of grey or of red, green and blue; alpha plays no part.
   *
   * @throws FormatException if they are not of 8 bits a channel
   */
  ColourMap colours() {
    boolean isPalette = colours instanceof IndexColorModel;
    requireKnownColours();
    int bands = raster.getNumBands();
    int bits = raster.getSampleModel().getSampleSize(0);
    int width = raster.getWidth();
    int[] result = new int[width * raster.getHeight()];
    int[] row = new int[width * bands];
    for (int y = 0, i = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < width; x++) {
        int first = x * bands;
        if (isPalette) {
          result[i++] = colours.getRGB(row[first]) & RGB_MASK;
        } else if (bands < RGB_BANDS) {
          result[i++] = GREY_TO_RGB * eightBits(row[first], bits, x, y);
        } else {
          result[i++] =
              eightBits(row[first], bits, x, y) << 16
                  | eightBits(row[first + 1], bits, x, y) << 8
                  | eightBits(row[first + 2], bits, x, y);
        }
      }
    }
    return new ColourMap(width, raster.getHeight(), result);
  }

  private void requireKnownColours() {
    int space = colours.getColorSpace().getType();
    boolean known = space == ColorSpace.TYPE_RGB || space == ColorSpace.TYPE_GRAY;
    for (int size : raster.getSampleModel().getSampleSize()) {
      known &= size == raster.getSampleModel().getSampleSize(0);
    }
    if (!known || colours.isAlphaPremultiplied()) {
      throw new FormatException(
          name
              + ": has colours that cannot be taken as they are, expected 8-bit RGB, grey or a"
              + " palette");
    }
  }

  private int eightBits(int sample, int bits, int x, int y) {
    if (bits == Short.SIZE && sample % DOUBLED == 0) {
      return sample / DOUBLED;
    }
    if (bits > Byte.SIZE || BYTE_MASK % ((1 << bits) - 1) != 0) {
      throw at(x, y, bits + "-bit sample " + sample + ", expected one of 8 bits");
    }
    return sample * (BYTE_MASK / ((1 << bits) - 1));
  }

  private FormatException at(int x, int y, String problem) {
    return new FormatException(name + ": pixel x=" + x + " y=" + y + " has " + problem);
  }
}
