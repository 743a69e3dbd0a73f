package io.github.segbench.api.segmentation;

import java.util.Arrays;
import java.util.Objects;

/**
 * One label id per pixel, {@code [height, width]} row-major, unsigned 16 bits.
 *
 * <p>The array is shared, not copied, because it is on the hot path; whoever holds a map treats it
 * as read-only.
 */
public final class LabelMap {
  private final int width;
  private final int height;
  private final short[] labels;

  /**
   * @param labels {@code [height, width]} unsigned ids, kept without a copy
   * @throws IllegalArgumentException if a side is not positive or the array has another length
   */
  public LabelMap(int width, int height, short[] labels) {
    Objects.requireNonNull(labels, "labels");
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "label map size must be positive: " + width + "x" + height);
    }
    if (labels.length != (long) width * height) {
      throw new IllegalArgumentException(
          "a label map of "
              + width
              + "x"
              + height
              + " has "
              + (long) width * height
              + " labels, not "
              + labels.length);
    }
    this.width = width;
    this.height = height;
    this.labels = labels;
  }

  /** A map from unsigned byte ids, {@code [height, width]}. */
  public static LabelMap ofBytes(int width, int height, byte[] labels) {
    short[] wide = new short[labels.length];
    for (int i = 0; i < labels.length; i++) {
      wide[i] = (short) (labels[i] & 0xFF);
    }
    return new LabelMap(width, height, wide);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The shared array of unsigned ids, {@code [height, width]}; not to be modified. */
  public short[] labels() {
    return labels;
  }

  /** The id at a pixel, 0..65535. */
  public int at(int x, int y) {
    return labels[y * width + x] & LabelSet.MAX_ID;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelMap that
        && width == that.width
        && height == that.height
        && Arrays.equals(labels, that.labels);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(labels);
  }

  @Override
  public String toString() {
    return "LabelMap[" + width + "x" + height + "]";
  }
}
