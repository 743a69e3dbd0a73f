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

  /** Sides are rounded to the nearest pixel, halves up, and are never less than 1. */
  ImageGeometry of(int width, int height) {
    return switch (resize.mode()) {
      case NONE -> padded(width, height, width, height, width, height);
      case EXACT -> exact(width, height);
      case LETTERBOX -> letterbox(width, height);
      case SHORT_SIDE -> shortSide(width, height);
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
    int scaledWidth = scaled(width, factor);
    int scaledHeight = scaled(height, factor);
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
