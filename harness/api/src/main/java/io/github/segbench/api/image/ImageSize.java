package io.github.segbench.api.image;

/** Width and height of an image in pixels, as it is shown: turned as its orientation says. */
public record ImageSize(int width, int height) {
  /**
   * @throws IllegalArgumentException if a side is not positive
   */
  public ImageSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("image size must be positive: " + width + "x" + height);
    }
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
