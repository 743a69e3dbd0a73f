package io.github.segbench.api.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import javax.imageio.IIOException;

/**
 * The samples of an image as RGB bytes, by no other way than {@link ImageCodec#decode} says: Java
 * would convert colour spaces, brighten grey and lay alpha over black.
 */
final class RasterPixels {
  private static final int OPAQUE_RGB = 0xFFFFFF;

  private RasterPixels() {}

  /**
   * @throws IIOException if its samples are neither numbers of at most 16 bits nor grey, RGB or
   *     CMYK
   */
  static RgbImage rgb(BufferedImage image) throws IIOException {
    ColorModel colours = image.getColorModel();
    if (colours instanceof IndexColorModel palette) {
      return indexed(image.getRaster(), palette);
    }
    if (!(colours instanceof ComponentColorModel)) {
      return packed(image);
    }
    Raster raster = image.getRaster();
    int type = raster.getTransferType();
    int space = colours.getColorSpace().getType();
    if (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT) {
      if (space == ColorSpace.TYPE_RGB && raster.getNumBands() >= RgbImage.CHANNELS) {
        return samples(raster, new int[] {0, 1, 2});
      }
      if (space == ColorSpace.TYPE_GRAY) {
        return samples(raster, new int[] {0, 0, 0});
      }
      if (space == ColorSpace.TYPE_CMYK && type == DataBuffer.TYPE_BYTE) {
        return CmykPixels.ofInk(raster);
      }
    }
    throw new IIOException(
        "it has "
            + raster.getNumBands()
            + " samples of "
            + raster.getSampleModel().getSampleSize(0)
            + " bits a pixel (data type "
            + type
            + ", colour space "
            + space
            + "), expected grey, RGB or CMYK of at most 16 bits");
  }

  /** The colours of a palette, their transparency left out. */
  private static RgbImage indexed(Raster raster, IndexColorModel palette) {
    int[] colours = new int[Math.max(palette.getMapSize(), 1 << palette.getPixelSize())];
    palette.getRGBs(colours);
    int width = raster.getWidth();
    int[] row = new int[width];
    byte[] pixels = new byte[width * raster.getHeight() * RgbImage.CHANNELS];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        row[x] = colours[row[x]];
      }
      put(row, pixels, y * width);
    }
    return new RgbImage(width, raster.getHeight(), pixels);
  }

  /** Of a pixel in one number, such as those of BMP files of 16 bits. */
  private static RgbImage packed(BufferedImage image) {
    int width = image.getWidth();
    int[] row = new int[width];
    byte[] pixels = new byte[width * image.getHeight() * RgbImage.CHANNELS];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      put(row, pixels, y * width);
    }
    return new RgbImage(width, image.getHeight(), pixels);
  }

  private static void put(int[] colours, byte[] pixels, int pixel) {
    int to = pixel * RgbImage.CHANNELS;
    for (int colour : colours) {
      pixels[to++] = (byte) ((colour & OPAQUE_RGB) >> 16);
      pixels[to++] = (byte) (colour >> 8);
      pixels[to++] = (byte) colour;
    }
  }

  /**
   * @param bands those of red, green and blue
   */
  private static RgbImage samples(Raster raster, int[] bands) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] pixels = new byte[width * height * RgbImage.CHANNELS];
    if (isPlain(raster)) {
      plainBytes(raster, bands, pixels);
      return new RgbImage(width, height, pixels);
    }
    int bits = raster.getSampleModel().getSampleSize(0);
    int largest = (1 << bits) - 1;
    int[] row = new int[width];
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      int to = channel;
      for (int y = 0; y < height; y++) {
        raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, bands[channel], row);
        for (int value : row) {
          pixels[to] = (byte) (bits >= 8 ? value >> (bits - 8) : value * 255 / largest);
          to += RgbImage.CHANNELS;
        }
      }
    }
    return new RgbImage(width, height, pixels);
  }

  /** Whether the array of a raster holds bytes of its pixels and no others. */
  private static boolean isPlain(Raster raster) {
    return raster.getSampleModel() instanceof PixelInterleavedSampleModel model
        && raster.getDataBuffer() instanceof DataBufferByte buffer
        && raster.getParent() == null
        && buffer.getNumBanks() == 1
        && buffer.getOffset() == 0
        && model.getScanlineStride() == model.getPixelStride() * raster.getWidth()
        && buffer.getSize() == model.getScanlineStride() * raster.getHeight();
  }

  private static void plainBytes(Raster raster, int[] bands, byte[] pixels) {
    PixelInterleavedSampleModel model = (PixelInterleavedSampleModel) raster.getSampleModel();
    byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
    int[] offsets = model.getBandOffsets();
    int red = offsets[bands[0]];
    int green = offsets[bands[1]];
    int blue = offsets[bands[2]];
    int step = model.getPixelStride();
    int from = 0;
    for (int to = 0; to < pixels.length; to += RgbImage.CHANNELS) {
      pixels[to] = data[from + red];
      pixels[to + 1] = data[from + green];
      pixels[to + 2] = data[from + blue];
      from += step;
    }
  }
}
