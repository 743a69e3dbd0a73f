package io.github.segbench.models.preprocessing;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.models.BilinearAxis;

/**
 * The rows of an image that is resized: bilinear, fused with the normalisation.
 *
 * <p>Source rows are first interpolated along x; the last two are kept, because neighbouring target
 * rows share them when an image is enlarged.
 */
final class BilinearRows implements RowSource {
  private static final int NO_ROW = -1;

  private final byte[] pixels;
  private final int sourceStride;
  private final Normalisation normalisation;
  private final BilinearAxis vertical;
  private final int[] left;
  private final int[] right;
  private final float[] leftWeight;
  private final float[] rightWeight;
  private final int[] keptRow = {NO_ROW, NO_ROW};
  private final float[][][] kept;

  BilinearRows(RgbImage image, int targetWidth, int targetHeight, Normalisation normalisation) {
    this.pixels = image.pixels();
    this.sourceStride = image.width() * RgbImage.CHANNELS;
    this.normalisation = normalisation;
    this.vertical = BilinearAxis.between(image.height(), targetHeight);
    BilinearAxis horizontal = BilinearAxis.between(image.width(), targetWidth);
    this.left = new int[targetWidth];
    this.right = new int[targetWidth];
    this.leftWeight = new float[targetWidth];
    this.rightWeight = new float[targetWidth];
    for (int x = 0; x < targetWidth; x++) {
      left[x] = horizontal.lower(x) * RgbImage.CHANNELS;
      right[x] = horizontal.upper(x) * RgbImage.CHANNELS;
      leftWeight[x] = horizontal.lowerWeight(x);
      rightWeight[x] = horizontal.upperWeight(x);
    }
    this.kept = new float[2][RgbImage.CHANNELS][targetWidth];
  }

  @Override
  public void row(int y, float[][] planes) {
    int upperRow = vertical.lower(y);
    int lowerRow = vertical.upper(y);
    float[][] above = interpolated(upperRow, lowerRow);
    float[][] below = interpolated(lowerRow, upperRow);
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      blend(
          above[channel],
          below[channel],
          vertical.lowerWeight(y),
          vertical.upperWeight(y),
          normalisation.factor(channel),
          normalisation.offset(channel),
          planes[channel]);
    }
  }

  /** A source row at the target's width, in a slot that does not hold {@code needed}. */
  private float[][] interpolated(int row, int needed) {
    for (int slot = 0; slot < keptRow.length; slot++) {
      if (keptRow[slot] == row) {
        return kept[slot];
      }
    }
    int slot = keptRow[0] == needed ? 1 : 0;
    keptRow[slot] = row;
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      int start = row * sourceStride + normalisation.imageChannel(channel);
      stretch(start, kept[slot][channel]);
    }
    return kept[slot];
  }

  private void stretch(int start, float[] target) {
    for (int x = 0; x < target.length; x++) {
      target[x] =
          leftWeight[x] * (pixels[start + left[x]] & 0xFF)
              + rightWeight[x] * (pixels[start + right[x]] & 0xFF);
    }
  }

  private static void blend(
      float[] above,
      float[] below,
      float aboveWeight,
      float belowWeight,
      float factor,
      float offset,
      float[] target) {
    int width = above.length;
    for (int x = 0; x < width; x++) {
      target[x] = (aboveWeight * above[x] + belowWeight * below[x]) * factor + offset;
    }
  }
}
