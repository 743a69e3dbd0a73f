package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.models.BilinearAxis;
import io.github.segbench.models.CroppedGrid;

/**
 * Scores to labels at the size of the original image: bilinear upsampling fused with the argmax, a
 * row at a time, so that no full-size scores are ever held. Padding is cut off. The lowest channel
 * wins ties. Safe to use from many threads.
 */
public final class UpsampledArgmax {
  private final short[] labelByChannel;

  /**
   * @param labelByChannel the label id of each channel; copied
   */
  public UpsampledArgmax(short[] labelByChannel) {
    this.labelByChannel = labelByChannel.clone();
  }

  /**
   * The labels of one image.
   *
   * @param scores over the network's whole input, at its resolution or another
   */
  public LabelMap labels(ScoreMap scores, ImageGeometry geometry) {
    CroppedGrid grid = new CroppedGrid(scores.width(), scores.height(), geometry);
    BilinearAxis horizontal = grid.bilinearX();
    BilinearAxis vertical = grid.bilinearY();
    int width = geometry.originalWidth();
    int height = geometry.originalHeight();
    short[] labels = new short[width * height];
    if (horizontal.isIdentity() && vertical.isIdentity()) {
      sameSize(scores, width, height, labels);
    } else {
      new RowUpsampler(scores, grid.usableWidth(), horizontal, vertical)
          .argmax(labelByChannel, labels);
    }
    return new LabelMap(width, height, labels);
  }

  private void sameSize(ScoreMap scores, int width, int height, short[] labels) {
    RowArgmax argmax = new RowArgmax(width);
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      argmax.start();
      for (int channel = 0; channel < scores.channels(); channel++) {
        scores.rowBits(channel, y, row);
        argmax.add(channel, row);
      }
      argmax.labels(labelByChannel, labels, y * width);
    }
  }
}
