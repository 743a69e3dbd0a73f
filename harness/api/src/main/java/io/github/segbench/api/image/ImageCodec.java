package io.github.segbench.api.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Decodes photos and encodes PNG files through ImageIO, and so through every ImageIO plugin on the
 * class path.
 *
 * <p>Meant for pictures. Label files hold numbers, not colours, and are read by the data set
 * readers from the raster.
 */
public final class ImageCodec {
  private static final int GREY_AND_ALPHA = 2;

  private ImageCodec() {}

  /**
   * Decodes a compressed image to RGB; alpha is dropped over black.
   *
   * @param name names the image in the error message
   * @throws IOException if the bytes are no image that a reader understands
   */
  public static RgbImage decode(byte[] encoded, String name) throws IOException {
    BufferedImage decoded;
    try {
      // ImageIO's own stream for this would put a copy on disk first.
      decoded = ImageIO.read(new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded)));
    } catch (IOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw new IOException(name + ": corrupt image (" + e.getMessage() + ")", e);
    }
    if (decoded == null) {
      throw new IOException(name + ": not an image in a known format (PNG, JPEG, BMP, GIF)");
    }
    return fromBufferedImage(decoded);
  }

  /** Converts any {@link BufferedImage} to RGB; alpha is dropped over black. */
  public static RgbImage fromBufferedImage(BufferedImage source) {
    int width = source.getWidth();
    int height = source.getHeight();
    if (source.getRaster().getNumBands() == GREY_AND_ALPHA) {
      return greyOverBlack(source.getRaster());
    }
    BufferedImage bgr = source;
    if (source.getType() != BufferedImage.TYPE_3BYTE_BGR) {
      bgr = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
      Graphics2D graphics = bgr.createGraphics();
      graphics.drawImage(source, 0, 0, null);
      graphics.dispose();
    }
    // A sub-image or a padded raster would break the plain copy below, so read through the raster.
    byte[] pixels = new byte[width * height * RgbImage.CHANNELS];
    if (bgr.getRaster().getDataBuffer() instanceof DataBufferByte buffer
        && buffer.getData().length == pixels.length) {
      byte[] data = buffer.getData();
      for (int i = 0; i < pixels.length; i += 3) {
        pixels[i] = data[i + 2];
        pixels[i + 1] = data[i + 1];
        pixels[i + 2] = data[i];
      }
    } else {
      int[] row = new int[width];
      for (int y = 0, i = 0; y < height; y++) {
        bgr.getRGB(0, y, width, 1, row, 0, width);
        for (int x = 0; x < width; x++) {
          pixels[i++] = (byte) (row[x] >> 16);
          pixels[i++] = (byte) (row[x] >> 8);
          pixels[i++] = (byte) row[x];
        }
      }
    }
    return new RgbImage(width, height, pixels);
  }

  /** Java would take these grey values for linear light and brighten them, but not those alone. */
  private static RgbImage greyOverBlack(Raster raster) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    double largest = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
    byte[] pixels = new byte[width * height * RgbImage.CHANNELS];
    int[] sample = new int[GREY_AND_ALPHA];
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        raster.getPixel(x, y, sample);
        byte value = (byte) Math.round(255 * (sample[0] / largest) * (sample[1] / largest));
        pixels[i++] = value;
        pixels[i++] = value;
        pixels[i++] = value;
      }
    }
    return new RgbImage(width, height, pixels);
  }

  /** Converts to a {@link BufferedImage} of type {@code TYPE_3BYTE_BGR}. */
  public static BufferedImage toBufferedImage(RgbImage image) {
    BufferedImage bgr =
        new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_3BYTE_BGR);
    byte[] data = ((DataBufferByte) bgr.getRaster().getDataBuffer()).getData();
    byte[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i += 3) {
      data[i] = pixels[i + 2];
      data[i + 1] = pixels[i + 1];
      data[i + 2] = pixels[i];
    }
    return bgr;
  }

  /** The image as a PNG file, 8 bits a channel. */
  public static byte[] encodePng(RgbImage image) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(image.pixels().length / 2);
    try (ImageOutputStream cache = new MemoryCacheImageOutputStream(out)) {
      if (!ImageIO.write(toBufferedImage(image), "png", cache)) {
        throw new IOException("this Java runtime has no PNG writer");
      }
    }
    return out.toByteArray();
  }
}
