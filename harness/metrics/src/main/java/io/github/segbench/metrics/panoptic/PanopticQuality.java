package io.github.segbench.metrics.panoptic;

/** Panoptic quality: sum of the IoU of matches / (TP + FP/2 + FN/2) (Kirillov et al. 2019). */
public final class PanopticQuality implements SegmentFormula {
  @Override
  public double of(SegmentCounts counts, int category) {
    return counts.iouSum(category)
        / (counts.truePositives(category)
            + 0.5 * counts.falsePositives(category)
            + 0.5 * counts.falseNegatives(category));
  }
}
