package io.github.segbench.api.image;

import java.util.Objects;

/**
 * An 8-bit RGB image: {@code height * width * 3} bytes, row-major, channels interleaved (HWC),
 * unsigned.
 *
 * <p>The pixel array is shared, not copied, because it is on the hot path; whoever holds an image
 * treats it as read-only.
 */
public final class RgbImage {
  public static final int CHANNELS = 3;

  private final int width;
  private final int height;
  private final byte[] pixels;

  /**
   * @param pixels {@code [height, width, 3]}, kept without a copy
   * @throws IllegalArgumentException if a side is not positive or the array has another length
   */
  public RgbImage(int width, int height, byte[] pixels) {
    Objects.requireNonNull(pixels, "pixels");
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("image size must be positive: " + width + "x" + height);
    }
    long expected = (long) width * height * CHANNELS;
    if (pixels.length != expected) {
      throw new IllegalArgumentException(
          "an RGB image of "
              + width
              + "x"
              + height
              + " has "
              + expected
              + " bytes, not "
              + pixels.length);
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The shared pixel array, {@code [height, width, 3]}; not to be modified. */
  public byte[] pixels() {
    return pixels;
  }

  /** One channel (0 red, 1 green, 2 blue) of one pixel, 0..255. */
  public int channel(int x, int y, int channel) {
    return pixels[(y * width + x) * CHANNELS + channel] & 0xFF;
  }
}
