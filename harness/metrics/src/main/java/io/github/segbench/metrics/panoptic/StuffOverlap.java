package io.github.segbench.metrics.panoptic;

/**
 * What modified PQ takes for stuff: sum of the IoU of all overlaps of the category / number of true
 * segments, matched or not. Undefined without a true segment (Porzi et al. 2019, Seamless scene
 * segmentation, section 4).
 */
public final class StuffOverlap implements SegmentFormula {
  @Override
  public double of(SegmentCounts counts, int category) {
    long truths = counts.truePositives(category) + counts.falseNegatives(category);
    return truths == 0 ? Double.NaN : counts.overlapSum(category) / truths;
  }
}
