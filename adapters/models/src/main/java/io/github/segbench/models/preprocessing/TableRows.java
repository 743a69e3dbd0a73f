package io.github.segbench.models.preprocessing;

import io.github.segbench.api.image.RgbImage;

/** The rows of an image that keeps its size: one table lookup a value. */
final class TableRows implements RowSource {
  private final byte[] pixels;
  private final int width;
  private final Normalisation normalisation;

  TableRows(RgbImage image, Normalisation normalisation) {
    this.pixels = image.pixels();
    this.width = image.width();
    this.normalisation = normalisation;
  }

  @Override
  public void row(int y, float[][] planes) {
    int start = y * width * RgbImage.CHANNELS;
    for (int channel = 0; channel < RgbImage.CHANNELS; channel++) {
      look(
          start + normalisation.imageChannel(channel),
          normalisation.table(channel),
          planes[channel]);
    }
  }

  private void look(int start, float[] table, float[] values) {
    for (int x = 0, p = start; x < width; x++, p += RgbImage.CHANNELS) {
      values[x] = table[pixels[p] & 0xFF];
    }
  }
}
