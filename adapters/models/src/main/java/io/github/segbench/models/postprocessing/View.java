package io.github.segbench.models.postprocessing;

import io.github.segbench.api.model.ImageGeometry;

/**
 * A way to look at an image: scaled, and perhaps mirrored.
 *
 * @param scale of both sides, positive
 * @param mirroredX whether left and right change places
 * @param mirroredY whether top and bottom change places
 */
record View(double scale, boolean mirroredX, boolean mirroredY) {

  boolean isPlain() {
    return scale == 1 && !mirroredX && !mirroredY;
  }

  /** The width of an image in this view, rounded to the nearest pixel and never less than 1. */
  int width(ImageGeometry geometry) {
    return scaled(geometry.scaledWidth());
  }

  int height(ImageGeometry geometry) {
    return scaled(geometry.scaledHeight());
  }

  private int scaled(int side) {
    return Math.max(1, (int) Math.floor(side * scale + 0.5));
  }
}
