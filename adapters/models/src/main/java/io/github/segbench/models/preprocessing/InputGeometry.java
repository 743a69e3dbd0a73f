package io.github.segbench.models.preprocessing;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.model.Resize;
import org.jspecify.annotations.Nullable;

/** The size that an image has in the network's input, and the size of that input. */
final class InputGeometry {
  private final Resize resize;
  private final int padMultiple;
  private final @Nullable OverlapTile tile;

  /**
   * @param tile of which the input has whole ones; null if it is only padded
   */
  InputGeometry(Resize resize, int padMultiple, @Nullable OverlapTile tile) {
    this.resize = resize;
    this.padMultiple = padMultiple;
    this.tile = tile;
  }

  /**
   * Sides are rounded to the nearest pixel, halves up, but for short sides with another rounding;
   * they are never less than 1.
   */
  ImageGeometry of(int width, int height) {
    return switch (resize.mode()) {
      case NONE -> padded(width, height, width, height, width, height);
      case EXACT -> exact(width, height);
      case LETTERBOX -> letterbox(width, height);
      case SHORT_SIDE ->
          switch (resize.rounding()) {
            case NEAREST -> shortSide(width, height);
            case TORCHVISION -> asTorchvision(width, height);
            case TORCHVISION_DETECTION -> asTorchvisionDetection(width, height);
          };
    };
  }

  private ImageGeometry exact(int width, int height) {
    return padded(width, height, resize.width(), resize.height(), resize.width(), resize.height());
  }

  private ImageGeometry letterbox(int width, int height) {
    double factor = Math.min((double) resize.width() / width, (double) resize.height() / height);
    int scaledWidth = Math.min(scaled(width, factor), resize.width());
    int scaledHeight = Math.min(scaled(height, factor), resize.height());
    return padded(width, height, scaledWidth, scaledHeight, resize.width(), resize.height());
  }

  private ImageGeometry shortSide(int width, int height) {
    int longest = Math.max(width, height);
    double factor = (double) resize.shortSide() / Math.min(width, height);
    if (resize.maxLongSide() > 0 && longest * factor > resize.maxLongSide()) {
      factor = (double) resize.maxLongSide() / longest;
    }
    return scaledTo(width, height, scaled(width, factor), scaled(height, factor));
  }

  /** Source: torchvision 0.14, transforms/functional.py, {@code _compute_resized_output_size}. */
  private ImageGeometry asTorchvision(int width, int height) {
    int shortSide = resize.shortSide();
    int longSide = (int) ((double) shortSide * Math.max(width, height) / Math.min(width, height));
    if (resize.maxLongSide() > 0 && longSide > resize.maxLongSide()) {
      shortSide = Math.max(1, (int) ((double) resize.maxLongSide() * shortSide / longSide));
      longSide = resize.maxLongSide();
    }
    return width <= height
        ? scaledTo(width, height, shortSide, longSide)
        : scaledTo(width, height, longSide, shortSide);
  }

  /**
   * Source: torchvision 0.14, models/detection/transform.py, {@code _resize_image_and_masks}, with
   * PyTorch's {@code interpolate(recompute_scale_factor=True)}.
   */
  private ImageGeometry asTorchvisionDetection(int width, int height) {
    float factor = quotient(resize.shortSide(), Math.min(width, height));
    if (resize.maxLongSide() > 0) {
      factor = Math.min(factor, quotient(resize.maxLongSide(), Math.max(width, height)));
    }
    int scaledWidth = (int) (width * (double) factor);
    int scaledHeight = (int) (height * (double) factor);
    return scaledTo(width, height, Math.max(1, scaledWidth), Math.max(1, scaledHeight));
  }

  /** A number divided by a float32 tensor, which PyTorch multiplies by the tensor's reciprocal. */
  private static float quotient(int number, int divisor) {
    return number * (1f / divisor);
  }

  private ImageGeometry scaledTo(int width, int height, int scaledWidth, int scaledHeight) {
    return padded(width, height, scaledWidth, scaledHeight, scaledWidth, scaledHeight);
  }

  private ImageGeometry padded(
      int width, int height, int scaledWidth, int scaledHeight, int inputWidth, int inputHeight) {
    return new ImageGeometry(
        width, height, scaledWidth, scaledHeight, inputSide(inputWidth), inputSide(inputHeight));
  }

  private int inputSide(int side) {
    if (tile != null) {
      return tile.inputSide(side);
    }
    return (side + padMultiple - 1) / padMultiple * padMultiple;
  }

  private static int scaled(int side, double factor) {
    return Math.max(1, (int) Math.floor(side * factor + 0.5));
  }
}
