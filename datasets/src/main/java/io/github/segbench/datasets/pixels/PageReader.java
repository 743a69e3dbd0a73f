package io.github.segbench.datasets.pixels;

import io.github.segbench.formats.FormatException;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The images of a BMP, GIF or TIFF file, one after another, through the Java runtime; what that
 * merely warns of is an error here. Not for several threads at a time.
 */
public final class PageReader implements Closeable {
  private static final long MAX_PIXELS = 1L << 28;

  private final ImageReader reader;
  private final ImageInputStream input;
  private final String name;
  private final List<String> warnings = new ArrayList<>();

  private PageReader(ImageReader reader, ImageInputStream input, String name) {
    this.reader = reader;
    this.input = input;
    this.name = name;
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    reader.setInput(input, false, false);
  }

  static PageReader of(PixelFileType type, ImageInputStream input, String name) {
    return new PageReader(ImageIO.getImageReadersByFormatName(type.name()).next(), input, name);
  }

  /**
   * A TIFF file of one or more pages.
   *
   * @throws FormatException if it cannot be read
   */
  public static PageReader ofTiff(Path file) {
    try {
      return of(PixelFileType.TIFF, new FileImageInputStream(file.toFile()), file.toString());
    } catch (IOException e) {
      throw new FormatException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /**
   * The number of images, found without decoding any.
   *
   * @throws FormatException if the file is damaged
   */
  public int pages() {
    try {
      return reader.getNumImages(true);
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException e) {
      throw corrupt(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * Decodes one image whose pixels are labels.
   *
   * @param page from 0
   * @throws FormatException if it is damaged or too large, or its compression is lossy
   */
  BufferedImage readLossless(int page) {
    try {
      if (isLossy(page)) {
        throw new FormatException(
            name
                + ": its compression does not keep the exact values of its pixels, expected a"
                + " lossless one");
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw corrupt(String.valueOf(e.getMessage()), e);
    }
    return read(page);
  }

  /**
   * Decodes one image.
   *
   * @param page from 0
   * @throws FormatException if it is damaged or too large
   */
  public BufferedImage read(int page) {
    try {
      long pixels = (long) reader.getWidth(page) * reader.getHeight(page);
      if (pixels > MAX_PIXELS) {
        throw new FormatException(
            name + ": the image has " + pixels + " pixels, expected at most " + MAX_PIXELS);
      }
      BufferedImage image = reader.read(page);
      if (!warnings.isEmpty()) {
        throw corrupt(warnings.get(0), null);
      }
      return image;
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException e) {
      throw corrupt(String.valueOf(e.getMessage()), e);
    }
  }

  private boolean isLossy(int page) throws IOException {
    return Optional.ofNullable(reader.getImageMetadata(page))
        .filter(IIOMetadata::isStandardMetadataFormatSupported)
        .map(metadata -> metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName))
        .map(tree -> ((IIOMetadataNode) tree).getElementsByTagName("Lossless").item(0))
        .map(lossless -> ((IIOMetadataNode) lossless).getAttribute("value"))
        .filter("FALSE"::equalsIgnoreCase)
        .isPresent();
  }

  private FormatException corrupt(String problem, @Nullable Exception cause) {
    String message = name + ": corrupt image (" + problem + ")";
    return cause == null ? new FormatException(message) : new FormatException(message, cause);
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    input.close();
  }
}
