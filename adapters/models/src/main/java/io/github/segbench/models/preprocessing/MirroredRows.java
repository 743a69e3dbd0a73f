package io.github.segbench.models.preprocessing;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.model.ImageGeometry;

/**
 * The rows of an image that is continued beyond its edges by mirroring, again and again if need be:
 * columns {@code 2 1 | 0 1 2 3 | 2 1 0}. The edge itself is not repeated.
 *
 * <p>Source: {@code mycaffe_tiled_forward5.m}, which comes with the U-Net of its authors.
 */
final class MirroredRows implements RowSource {
  private final RowSource rows;
  private final int[] columns;
  private final int[] sourceRows;
  private final float[][] source;

  /**
   * @param rows of the image at its scaled size
   * @param border pixels above it and on its left
   */
  MirroredRows(RowSource rows, ImageGeometry geometry, int border) {
    this.rows = rows;
    this.columns = mirrored(geometry.scaledWidth(), geometry.inputWidth(), border);
    this.sourceRows = mirrored(geometry.scaledHeight(), geometry.inputHeight(), border);
    this.source = new float[RgbImage.CHANNELS][geometry.scaledWidth()];
  }

  @Override
  public void row(int y, float[][] planes) {
    rows.row(sourceRows[y], source);
    for (int channel = 0; channel < planes.length; channel++) {
      for (int x = 0; x < columns.length; x++) {
        planes[channel][x] = source[channel][columns[x]];
      }
    }
  }

  private static int[] mirrored(int sourceLength, int length, int border) {
    int period = Math.max(1, 2 * (sourceLength - 1));
    int[] positions = new int[length];
    for (int i = 0; i < length; i++) {
      int position = Math.floorMod(i - border, period);
      positions[i] = Math.min(position, period - position);
    }
    return positions;
  }
}
