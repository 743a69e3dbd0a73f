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
    int[] row = new int[geometry.originalWidth()];
    for (int y = 0; y < geometry.originalHeight(); y++) {
      target.start(y);
      for (int channel = 0; channel < scores.channels(); channel++) {
        scores.rowBits(channel, y, row);
        target.add(channel, row);
      }
      target.end(y);
    }
  }
}
