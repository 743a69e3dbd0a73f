package io.github.segbench.report.gallery;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.report.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A segment id per pixel, {@code [height, width]} row-major, as stored in a gallery's PNG files: 0
 * is void.
 */
final class SegmentMap {
  private final int width;
  private final int height;
  private final int[] ids;

  /**
   * @param ids kept without a copy
   */
  SegmentMap(int width, int height, int[] ids) {
    if (ids.length != width * height) {
      throw new IllegalArgumentException(ids.length + " ids for " + width + "x" + height);
    }
    this.width = width;
    this.height = height;
    this.ids = ids;
  }

  /**
   * @throws ReportException if the file is missing or no image
   */
  static SegmentMap read(Path file) {
    RgbImage image = readImage(file);
    byte[] pixels = image.pixels();
    int[] ids = new int[image.width() * image.height()];
    for (int i = 0, p = 0; i < ids.length; i++, p += RgbImage.CHANNELS) {
      ids[i] = (pixels[p] & 0xFF) | (pixels[p + 1] & 0xFF) << 8 | (pixels[p + 2] & 0xFF) << 16;
    }
    return new SegmentMap(image.width(), image.height(), ids);
  }

  /**
   * @throws ReportException if the file is missing or no image
   */
  static RgbImage readImage(Path file) {
    try {
      return ImageCodec.decode(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new ReportException("gallery image cannot be read: " + e.getMessage(), e);
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int at(int x, int y) {
    return ids[y * width + x];
  }

  /** Whether a pixel differs from its right or lower neighbour. */
  boolean isBorder(int x, int y) {
    int id = at(x, y);
    return (x + 1 < width && at(x + 1, y) != id) || (y + 1 < height && at(x, y + 1) != id);
  }

  /** The map at another size; each pixel takes the id of the nearest one. */
  SegmentMap resized(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    int[] resized = new int[newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      int sourceY = (int) ((y + 0.5) * height / newHeight);
      for (int x = 0; x < newWidth; x++) {
        resized[y * newWidth + x] = at((int) ((x + 0.5) * width / newWidth), sourceY);
      }
    }
    return new SegmentMap(newWidth, newHeight, resized);
  }
}
