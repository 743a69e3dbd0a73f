package io.github.segbench.metrics.panoptic;

/**
 * Segmentation quality: mean IoU of matches (Kirillov et al. 2019). 0 where nothing is matched, as
 * in the reference implementation.
 */
public final class SegmentationQuality implements SegmentFormula {
  @Override
  public double of(SegmentCounts counts, int category) {
    long matches = counts.truePositives(category);
    return matches == 0 ? 0 : counts.iouSum(category) / matches;
  }
}
