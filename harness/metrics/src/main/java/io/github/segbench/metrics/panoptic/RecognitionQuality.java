package io.github.segbench.metrics.panoptic;

/** Recognition quality: TP / (TP + FP/2 + FN/2), the F1 of segments (Kirillov et al. 2019). */
public final class RecognitionQuality implements SegmentFormula {
  @Override
  public double of(SegmentCounts counts, int category) {
    return counts.truePositives(category)
        / (counts.truePositives(category)
            + 0.5 * counts.falsePositives(category)
            + 0.5 * counts.falseNegatives(category));
  }
}
