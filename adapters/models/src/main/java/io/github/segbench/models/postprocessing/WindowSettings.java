package io.github.segbench.models.postprocessing;

/**
 * What windows of a network's input are like, in its pixels.
 *
 * @param width a multiple of {@code multiple}, as is {@code height}
 * @param overlap share of a window that the next one covers too, 0 to less than 1
 * @param multiple windows begin at multiples of this
 * @param probabilities whether probabilities are blended; else logits are
 */
record WindowSettings(
    int width, int height, double overlap, int multiple, Blend blend, boolean probabilities) {
  /** So that 10 * (1 - 0.9) is 1. */
  private static final double ROUNDING = 1e-9;

  /** Windows that cover an image; padding behind it is left out where no window needs it. */
  WindowAxis columns(int image, int input) {
    return axis(image, input, width);
  }

  WindowAxis rows(int image, int input) {
    return axis(image, input, height);
  }

  private WindowAxis axis(int image, int input, int window) {
    int steps = (int) (window * (1 - overlap) / multiple + ROUNDING);
    int stride = Math.max(1, steps) * multiple;
    int extent = Math.min(input, SeenInput.roundedUp(image, multiple));
    return WindowAxis.of(extent, input, window, stride);
  }
}
