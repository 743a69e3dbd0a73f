package io.github.segbench.api.image;

import java.awt.image.Raster;

/**
 * CMYK without a colour profile as RGB: each of C, M, Y darkens one channel, and K all three, as
 * Pillow's {@code convert("RGB")} and OpenCV do. A profile would give other colours on each machine
 * that has another one, and other ones than the networks were trained on.
 *
 * <p>Source: python-pillow/Pillow, {@code src/libImaging/Convert.c}, {@code cmyk2rgb}; the
 * conversion from YCCK is that of libjpeg, {@code jdcolor.c}, {@code ycck_cmyk_convert}.
 */
final class CmykPixels {
  private static final int INKS = 4;
  private static final int FIXED_BITS = 16;
  private static final int HALF = 1 << (FIXED_BITS - 1);
  private static final int CR_TO_RED = fixed(1.40200);
  private static final int CB_TO_BLUE = fixed(1.77200);
  private static final int CR_TO_GREEN = fixed(0.71414);
  private static final int CB_TO_GREEN = fixed(0.34414);

  private CmykPixels() {}

  private static int fixed(double factor) {
    return (int) (factor * (1 << FIXED_BITS) + 0.5);
  }

  /** Of ink values: 0 is no ink. */
  static RgbImage ofInk(Raster raster) {
    return convert(raster, 0xFF, false);
  }

  /** Of a JPEG file, in which 255 is no ink, as Adobe writes it and everybody reads it. */
  static RgbImage ofJpeg(Raster raster, boolean yCck) {
    return convert(raster, 0, yCck);
  }

  /**
   * @param inversion to be applied by exclusive or, so that 255 is no ink
   */
  private static RgbImage convert(Raster raster, int inversion, boolean yCck) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] pixels = new byte[width * height * RgbImage.CHANNELS];
    int[] row = new int[width * INKS];
    int to = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int i = 0; i < row.length; i += INKS) {
        if (yCck) {
          toCmy(row, i);
        }
        int white = row[i + 3] ^ inversion;
        for (int c = 0; c < RgbImage.CHANNELS; c++) {
          pixels[to++] = (byte) (((row[i + c] ^ inversion) * white + 127) / 255);
        }
      }
    }
    return new RgbImage(width, height, pixels);
  }

  private static void toCmy(int[] row, int i) {
    int light = row[i];
    int cb = row[i + 1] - 128;
    int cr = row[i + 2] - 128;
    row[i] = clip(255 - light - ((CR_TO_RED * cr + HALF) >> FIXED_BITS));
    row[i + 1] = clip(255 - light - ((-CB_TO_GREEN * cb - CR_TO_GREEN * cr + HALF) >> FIXED_BITS));
    row[i + 2] = clip(255 - light - ((CB_TO_BLUE * cb + HALF) >> FIXED_BITS));
  }

  private static int clip(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
