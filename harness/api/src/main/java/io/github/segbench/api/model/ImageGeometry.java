package io.github.segbench.api.model;

/**
 * Where an image lies in the network's input. The image was scaled to {@code scaledWidth x
 * scaledHeight} and stands in the upper left corner of what the network's output covers; the rest
 * is padding.
 *
 * @param originalWidth of the image, in pixels
 * @param scaledWidth of the image within the input
 * @param inputWidth of the input tensor
 */
public record ImageGeometry(
    int originalWidth,
    int originalHeight,
    int scaledWidth,
    int scaledHeight,
    int inputWidth,
    int inputHeight) {
  public ImageGeometry {
    if (originalWidth < 1
        || originalHeight < 1
        || scaledWidth < 1
        || scaledHeight < 1
        || inputWidth < scaledWidth
        || inputHeight < scaledHeight) {
      throw new IllegalArgumentException(
          "impossible geometry: image "
              + originalWidth
              + "x"
              + originalHeight
              + ", scaled "
              + scaledWidth
              + "x"
              + scaledHeight
              + ", input "
              + inputWidth
              + "x"
              + inputHeight);
    }
  }

  /** An input that is the original image itself, for outputs that lie in its pixels. */
  public ImageGeometry unscaled() {
    return new ImageGeometry(
        originalWidth,
        originalHeight,
        originalWidth,
        originalHeight,
        originalWidth,
        originalHeight);
  }

  /** Original pixels per input pixel, horizontally. */
  public double scaleX() {
    return (double) originalWidth / scaledWidth;
  }

  /** Original pixels per input pixel, vertically. */
  public double scaleY() {
    return (double) originalHeight / scaledHeight;
  }
}
