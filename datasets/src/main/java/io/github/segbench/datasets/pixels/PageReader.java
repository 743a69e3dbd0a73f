package io.github.segbench.datasets.pixels;

import io.github.segbench.formats.FormatException;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.EOFException;
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

/**
 * The images of a BMP, GIF or TIFF file, one after another, through the Java runtime; what that
 * merely warns of while it decodes pixels is an error here. Not for several threads at a time.
 */
public final class PageReader implements Closeable {
  private static final long MAX_PIXELS = 1L << 28;

  /** Java 17 misplaces the rows of interlaced GIF files that are lower, which lack a pass. */
  private static final int LOWEST_GIF = 5;

  private final PixelFileType type;
  private final ImageReader reader;
  private final ImageInputStream input;
  private final String name;
  private final List<String> warnings = new ArrayList<>();

  private PageReader(PixelFileType type, ImageReader reader, ImageInputStream input, String name) {
    this.type = type;
    this.reader = reader;
    this.input = input;
    this.name = name;
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    reader.setInput(input, false, false);
  }

  static PageReader of(PixelFileType type, ImageInputStream input, String name) {
    return new PageReader(
        type, ImageIO.getImageReadersByFormatName(type.name()).next(), input, name);
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
      throw corrupt(e);
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
      if (type == PixelFileType.GIF && reader.getHeight(page) < LOWEST_GIF) {
        throw new FormatException(
            name + ": a GIF file of fewer than 5 rows may be read wrongly, expected a PNG file");
      }
      if (isLossy(page)) {
        throw new FormatException(
            name
                + ": its compression does not keep the exact values of its pixels, expected a"
                + " lossless one");
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw corrupt(e);
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
      warnings.clear();
      BufferedImage image = reader.read(page);
      if (!warnings.isEmpty()) {
        throw new FormatException(name + ": corrupt image (" + warnings.get(0) + ")");
      }
      return image;
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | IndexOutOfBoundsException e) {
      throw corrupt(e);
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

  private FormatException corrupt(Exception cause) {
    // The end of a file comes without a message.
    String problem = cause instanceof EOFException ? "it ends too early" : cause.getMessage();
    return new FormatException(name + ": corrupt image (" + problem + ")", cause);
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    input.close();
  }
}
