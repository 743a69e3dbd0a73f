package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ImageGeometry;

/**
 * The part of a network's input that its output covers.
 *
 * @param border pixels of the input, on each side, that it does not
 */
record OutputArea(int border) {
  static final OutputArea WHOLE = new OutputArea(0);

  /** Where the image lies in that part, if it does so in the upper left corner. */
  ImageGeometry within(ImageGeometry input) {
    return border == 0
        ? input
        : new ImageGeometry(
            input.originalWidth(),
            input.originalHeight(),
            input.scaledWidth(),
            input.scaledHeight(),
            input.inputWidth() - 2 * border,
            input.inputHeight() - 2 * border);
  }
}
