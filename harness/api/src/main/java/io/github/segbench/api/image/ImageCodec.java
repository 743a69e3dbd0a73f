package io.github.segbench.api.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Decodes photos by the {@link ImageDecoder}s and the ImageIO plug-ins on the class path, and
 * encodes PNG files. Safe to use from many threads; nothing is written to disk.
 *
 * <p>Meant for pictures. Label files hold numbers, not colours, and are read by other means.
 */
public final class ImageCodec {
  /** The largest image that is read, in pixels. Beyond, a file is taken for damaged or hostile. */
  public static final int MAX_PIXELS = 1 << 28;

  private static final List<ImageDecoder> DECODERS = decoders();

  private ImageCodec() {}

  private static List<ImageDecoder> decoders() {
    List<ImageDecoder> decoders = new ArrayList<>();
    ServiceLoader.load(ImageDecoder.class, ImageCodec.class.getClassLoader())
        .forEach(decoders::add);
    decoders.add(new JpegDecoder());
    decoders.add(new ImageIoDecoder());
    return List.copyOf(decoders);
  }

  /**
   * Decodes a compressed image to RGB, turned as its orientation says. Of 16 bits the upper eight
   * are taken, alpha is left out, colour profiles are not applied: as Pillow and OpenCV do. Of
   * several images in one file it is the first.
   *
   * @param name names the image in the error message
   * @throws IOException if the bytes are no whole image in a known format, or are of more than
   *     {@link #MAX_PIXELS}
   */
  public static RgbImage decode(byte[] encoded, String name) throws IOException {
    return decoder(Arrays.copyOf(encoded, Math.min(encoded.length, ImageDecoder.START_BYTES)))
        .decode(encoded, name);
  }

  /**
   * The size that {@link #decode} gives, without decoding pixels.
   *
   * @throws IOException naming the file, if it cannot be read or begins as no image in a known
   *     format does
   */
  public static ImageSize size(Path file) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      return size(in, file.toString());
    } catch (FileNotFoundException e) {
      throw new IOException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /**
   * As {@link #size(Path)}, of bytes in memory.
   *
   * @param name names the image in the error message
   */
  public static ImageSize size(byte[] encoded, String name) throws IOException {
    return size(new BytesInput(encoded), name);
  }

  private static ImageSize size(ImageInputStream in, String name) throws IOException {
    byte[] start = new byte[ImageDecoder.START_BYTES];
    int length = Math.max(0, in.read(start));
    in.seek(0);
    return decoder(Arrays.copyOf(start, length)).size(in, name);
  }

  private static ImageDecoder decoder(byte[] start) {
    return DECODERS.stream().filter(decoder -> decoder.reads(start)).findFirst().orElseThrow();
  }

  static void requireReadable(ImageSize size) throws IIOException {
    if ((long) size.width() * size.height() > MAX_PIXELS) {
      throw new IIOException("it has " + size + " pixels, expected at most " + MAX_PIXELS);
    }
  }

  /**
   * @param cause says what is wrong, without the name of the file
   */
  static IOException unreadable(String name, Exception cause) {
    return new IOException(
        name + ": corrupt image, or of an unsupported kind (" + cause.getMessage() + ")", cause);
  }

  /**
   * Converts any image of at most 16 bits a sample to RGB as {@link #decode} does.
   *
   * @throws IllegalArgumentException if it has other samples
   */
  public static RgbImage fromBufferedImage(BufferedImage source) {
    try {
      return RasterPixels.rgb(source);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
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
