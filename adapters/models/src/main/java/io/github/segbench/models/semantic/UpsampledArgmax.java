package io.github.segbench.models.semantic;

import io.github.segbench.api.model.ImageGeometry;
import io.github.segbench.api.segmentation.LabelMap;

/**
 * Scores to labels at the size of the original image: bilinear upsampling fused with the argmax, a
 * row at a time, so that no full-size scores are ever held. Padding is cut off. The lowest channel
 * wins ties. Safe to use from many threads.
 */
public final class UpsampledArgmax {
  private final short[] labelByChannel;
  private final UpsampledScores upsampling;

  /**
   * With half-pixel centres.
   *
   * @param labelByChannel the label id of each channel; copied
   */
  public UpsampledArgmax(short[] labelByChannel) {
    this(labelByChannel, new UpsampledScores(false, OutputArea.WHOLE));
  }

  UpsampledArgmax(short[] labelByChannel, UpsampledScores upsampling) {
    this.labelByChannel = labelByChannel.clone();
    this.upsampling = upsampling;
  }

  /**
   * The labels of one image.
   *
   * @param scores over the network's whole input, at its resolution or another
   */
  public LabelMap labels(ScoreMap scores, ImageGeometry geometry) {
    int width = geometry.originalWidth();
    int height = geometry.originalHeight();
    ArgmaxRows rows = new ArgmaxRows(labelByChannel, width, height);
    upsampling.rows(scores, geometry, rows);
    return new LabelMap(width, height, rows.labels());
  }
}
