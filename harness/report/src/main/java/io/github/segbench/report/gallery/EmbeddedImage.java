package io.github.segbench.report.gallery;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;

/**
 * An image as text, to be put into a page.
 *
 * @param dataUri a {@code data:} URI of a PNG or JPEG file
 * @param width pixels
 * @param height pixels
 */
public record EmbeddedImage(String dataUri, int width, int height) {
  private static final int LARGEST_PNG_PHOTO = 200;

  /** A photo: PNG if it is small, else JPEG. */
  static EmbeddedImage photo(BufferedImage image) {
    boolean large = Math.max(image.getWidth(), image.getHeight()) > LARGEST_PNG_PHOTO;
    return encoded(image, large ? "jpeg" : "png");
  }

  /** A drawing with few colours: PNG. */
  static EmbeddedImage drawing(BufferedImage image) {
    return encoded(image, "png");
  }

  private static EmbeddedImage encoded(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("this Java runtime has no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("encoding an image in memory", e);
    }
    String base64 = Base64.getEncoder().encodeToString(out.toByteArray());
    return new EmbeddedImage(
        "data:image/" + format + ";base64," + base64, image.getWidth(), image.getHeight());
  }
}
