package io.github.segbench.formats.coco;

import org.jspecify.annotations.Nullable;

/**
 * An image of a COCO file.
 *
 * @param fileName as the file has it; null if it has none
 * @param width in pixels
 * @param height in pixels; width x height is below 2^31
 */
public record CocoImage(long id, @Nullable String fileName, int width, int height) {
  /**
   * @throws IllegalArgumentException if a side is not positive, or both together are too large
   */
  public CocoImage {
    if (width < 1 || height < 1 || (long) width * height > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "image "
              + id
              + " is "
              + width
              + "x"
              + height
              + ", expected 1 to "
              + Integer.MAX_VALUE
              + " pixels");
    }
  }
}
