package io.github.segbench.models.preprocessing;

import io.github.segbench.api.image.RgbImage;
import java.util.Arrays;

/**
 * The rows of an image that is resized with antialiasing, fused with the normalisation. Values are
 * not rounded to whole levels on the way.
 *
 * <p>Source rows are first resized along x; as many are kept as one target row needs.
 */
final class AntialiasedRows implements RowSource {
  private static final int NO_ROW = -1;

  private final byte[] pixels;
  private final int sourceStride;
  private final Normalisation normalisation;
  private final TriangleAxis horizontal;
  private final TriangleAxis vertical;
  private final int[] keptRow;
  private final float[][][] kept;

  AntialiasedRows(RgbImage image, int targetWidth, int targetHeight, Normalisation normalisation) {
    this.pixels = image.pixels();
    this.sourceStride = image.width() * RgbImage.CHANNELS;
    this.normalisation = normalisation;
    this.horizontal = new TriangleAxis(image.width(), targetWidth);
    this.vertical = new TriangleAxis(image.height(), targetHeight);
    this.keptRow = new int[vertical.longest()];
    this.kept = new float[vertical.longest()][RgbImage.CHANNELS][targetWidth];
    Arrays.fill(keptRow, NO_ROW);
  }

  @Override
  public void row(int y, float[][] planes) {
    float[] weights = vertical.weights(y);
    int width = horizontal.targetLength();
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      float[] plane = planes[channel];
      Arrays.fill(plane, 0, width, 0);
      for (int i = 0; i < weights.length; i++) {
        add(weights[i], resized(vertical.first(y) + i)[channel], plane);
      }
      float factor = normalisation.factor(channel);
      float offset = normalisation.offset(channel);
      for (int x = 0; x < width; x++) {
        plane[x] = plane[x] * factor + offset;
      }
    }
  }

  /** A source row at the target's width. */
  private float[][] resized(int row) {
    int slot = row % kept.length;
    if (keptRow[slot] != row) {
      keptRow[slot] = row;
      for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
        resize(row * sourceStride + normalisation.imageChannel(channel), kept[slot][channel]);
      }
    }
    return kept[slot];
  }

  private void resize(int start, float[] target) {
    for (int x = 0; x < target.length; x++) {
      float[] weights = horizontal.weights(x);
      float sum = 0;
      int p = start + horizontal.first(x) * RgbImage.CHANNELS;
      for (float weight : weights) {
        sum += weight * (pixels[p] & 0xFF);
        p += RgbImage.CHANNELS;
      }
      target[x] = sum;
    }
  }

  private static void add(float weight, float[] source, float[] target) {
    for (int x = 0; x < source.length; x++) {
      target[x] += weight * source[x];
    }
  }
}
