package io.github.segbench.api.segmentation;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One label id per pixel, {@code [height, width]} row-major, unsigned 16 bits.
 *
 * <p>A map lies in bytes or in shorts. That is no part of its value: maps of equal ids are equal.
 * Everybody can take shorts from {@link #labels}; a kernel that is worth two loops asks {@link
 * #hasBytes} first.
 *
 * <p>The array is shared, not copied, because it is on the hot path; whoever holds a map treats it
 * as read-only. Then any number of threads may use one map.
 */
public final class LabelMap {
  private static final int BYTE_MASK = 0xFF;

  private final int width;
  private final int height;
  private final byte @Nullable [] bytes;

  /** The ids themselves where there are no bytes, else a copy of them, made when asked for. */
  private volatile short @Nullable [] labels;

  private LabelMap(
      int width, int height, int length, byte @Nullable [] bytes, short @Nullable [] labels) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "label map size must be positive: " + width + "x" + height);
    }
    if (length != (long) width * height) {
      throw new IllegalArgumentException(
          "a label map of "
              + width
              + "x"
              + height
              + " has "
              + (long) width * height
              + " labels, not "
              + length);
    }
    this.width = width;
    this.height = height;
    this.bytes = bytes;
    this.labels = labels;
  }

  /**
   * @param labels {@code [height, width]} unsigned ids, kept without a copy
   * @throws IllegalArgumentException if a side is not positive or the array has another length
   */
  public LabelMap(int width, int height, short[] labels) {
    this(width, height, Objects.requireNonNull(labels, "labels").length, null, labels);
  }

  /**
   * A map from unsigned byte ids.
   *
   * @param labels {@code [height, width]}, kept without a copy
   * @throws IllegalArgumentException if a side is not positive or the array has another length
   */
  public static LabelMap ofBytes(int width, int height, byte[] labels) {
    return new LabelMap(width, height, labels.length, labels, null);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Whether the ids lie in {@link #bytes}. */
  public boolean hasBytes() {
    return bytes != null;
  }

  /**
   * The shared array of unsigned byte ids, {@code [height, width]}; not to be modified.
   *
   * @throws IllegalStateException if there is none, whatever the ids are
   */
  public byte[] bytes() {
    if (bytes == null) {
      throw new IllegalStateException("a label map of shorts has no bytes");
    }
    return bytes;
  }

  /**
   * The shared array of unsigned ids, {@code [height, width]}; not to be modified. A map of bytes
   * makes it at the first call and keeps it.
   */
  public short[] labels() {
    short[] made = labels;
    if (made == null) {
      // Threads that meet here may each make an array; they are equal, so any of them will do.
      made = widened(bytes());
      labels = made;
    }
    return made;
  }

  private static short[] widened(byte[] bytes) {
    short[] wide = new short[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      wide[i] = (short) (bytes[i] & BYTE_MASK);
    }
    return wide;
  }

  /** The id at a pixel, 0..65535. */
  public int at(int x, int y) {
    return at(y * width + x);
  }

  /**
   * The id at a pixel, 0..65535.
   *
   * @param pixel its position in the array
   */
  public int at(int pixel) {
    return bytes != null ? bytes[pixel] & BYTE_MASK : labels()[pixel] & LabelSet.MAX_ID;
  }

  /**
   * The first pixel after {@code from} and before {@code limit} that has another id, or {@code
   * limit}; found a vector at a time.
   *
   * @param from less than {@code limit}
   */
  public int runEnd(int from, int limit) {
    int differs;
    if (bytes != null) {
      differs = Arrays.mismatch(bytes, from, limit - 1, bytes, from + 1, limit);
    } else {
      short[] ids = labels();
      differs = Arrays.mismatch(ids, from, limit - 1, ids, from + 1, limit);
    }
    return differs < 0 ? limit : from + differs + 1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelMap that
        && width == that.width
        && height == that.height
        && hasSameIds(that);
  }

  private boolean hasSameIds(LabelMap that) {
    if (bytes != null && that.bytes != null) {
      return Arrays.equals(bytes, that.bytes);
    }
    return Arrays.equals(labels(), that.labels());
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(labels());
  }

  @Override
  public String toString() {
    return "LabelMap[" + width + "x" + height + "]";
  }
}
