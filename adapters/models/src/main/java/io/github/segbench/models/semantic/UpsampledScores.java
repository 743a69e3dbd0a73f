package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.models.BilinearAxis;
import io.github.segbench.models.CroppedGrid;

/**
 * The way of scores to the size of the original image: padding is cut off, the rest is interpolated
 * bilinearly, a row at a time. Scores that have that size already are handed on as they are.
 *
 * @param alignCorners whether corners are aligned, as {@code align_corners=True} in PyTorch, or
 *     pixel centres lie at halves
 * @param area of the network's input that the scores cover
 */
record UpsampledScores(boolean alignCorners, OutputArea area) {
  /** Rows that are read of a channel before the next: memory is fastest in long runs. */
  private static final int BLOCK_ROWS = 4;

  /**
   * Hands on all rows of one image.
   *
   * @param scores at the resolution of the network's input or another
   */
  void rows(ScoreMap scores, ImageGeometry geometry, ScoreRows target) {
    CroppedGrid grid = new CroppedGrid(scores.width(), scores.height(), area.within(geometry));
    BilinearAxis horizontal = alignCorners ? grid.alignedX() : grid.bilinearX();
    BilinearAxis vertical = alignCorners ? grid.alignedY() : grid.bilinearY();
    if (horizontal.isIdentity() && vertical.isIdentity()) {
      sameSize(scores, geometry, target);
    } else {
      new RowUpsampler(scores, horizontal, vertical).rows(target);
    }
  }

  private static void sameSize(ScoreMap scores, ImageGeometry geometry, ScoreRows target) {
    int height = geometry.originalHeight();
    int[][][] block = new int[BLOCK_ROWS][scores.channels()][geometry.originalWidth()];
    for (int y = 0; y < height; y++) {
      int row = y % BLOCK_ROWS;
      if (row == 0) {
        read(scores, y, Math.min(BLOCK_ROWS, height - y), block);
      }
      target.start(y);
      for (int channel = 0; channel < scores.channels(); channel++) {
        target.add(channel, block[row][channel]);
      }
      target.end(y);
    }
  }

  private static void read(ScoreMap scores, int top, int rows, int[][][] block) {
    for (int channel = 0; channel < scores.channels(); channel++) {
      for (int row = 0; row < rows; row++) {
        scores.rowBits(channel, top + row, block[row][channel]);
      }
    }
  }
}
