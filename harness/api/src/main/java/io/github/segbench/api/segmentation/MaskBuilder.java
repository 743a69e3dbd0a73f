package io.github.segbench.api.segmentation;

import java.util.Arrays;

/**
 * A mask that is being made of runs of foreground pixels in COCO order. Runs that touch or overlap
 * become one. Can be used again for the next mask of the same size.
 */
public final class MaskBuilder {
  private final int width;
  private final int height;
  private int[] bounds = new int[64];
  private int size;

  /**
   * @throws IllegalArgumentException if a side is not positive, or the mask has more than 2^31 - 1
   *     pixels
   */
  public MaskBuilder(int width, int height) {
    Mask.requireSize(width, height);
    this.width = width;
    this.height = height;
  }

  /**
   * Appends a run. Pixel {@code (x, y)} has the position {@code x * height + y}.
   *
   * @param start position of its first pixel, not before the start of the last run
   * @param end position after its last pixel; an empty run is passed over
   * @throws IllegalArgumentException if the run starts before the last one or leaves the image
   */
  public void append(int start, int end) {
    if (start >= end) {
      return;
    }
    if (start < (size == 0 ? 0 : bounds[size - 2]) || end > width * height) {
      throw new IllegalArgumentException(
          "a run from "
              + start
              + " to "
              + end
              + " does not fit into "
              + width
              + "x"
              + height
              + (size == 0 ? "" : " after one from " + bounds[size - 2]));
    }
    if (size > 0 && start <= bounds[size - 1]) {
      bounds[size - 1] = Math.max(bounds[size - 1], end);
      return;
    }
    if (size == bounds.length) {
      bounds = Arrays.copyOf(bounds, size * 2);
    }
    bounds[size] = start;
    bounds[size + 1] = end;
    size += 2;
  }

  /** The mask of the runs so far; the builder is empty then. */
  public Mask build() {
    Mask mask = new Mask(width, height, Arrays.copyOf(bounds, size));
    size = 0;
    return mask;
  }
}
