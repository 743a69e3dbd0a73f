package io.github.segbench.metrics.instance;

import java.util.List;
import java.util.Objects;

/**
 * Mean over categories, IoU thresholds and 101 recall points of the precision: COCO's AP.
 *
 * @param firstThreshold of the IoU thresholds 0..9
 * @param lastThreshold the last one that counts
 */
public record AveragePrecision(Slice slice, int firstThreshold, int lastThreshold)
    implements DetectionFormula {
  public AveragePrecision {
    Objects.requireNonNull(slice, "slice");
    if (firstThreshold < 0
        || lastThreshold < firstThreshold
        || lastThreshold >= CocoThresholds.IOUS) {
      throw new IllegalArgumentException(
          "thresholds must be within 0..9: " + firstThreshold + ", " + lastThreshold);
    }
  }

  /** AP over the thresholds 0.50:0.05:0.95. */
  public static AveragePrecision of(AreaRange area) {
    return new AveragePrecision(
        new Slice(area, CocoThresholds.MOST_DETECTIONS), 0, CocoThresholds.IOUS - 1);
  }

  /**
   * AP at one threshold, over objects of all sizes.
   *
   * @param threshold 0 for IoU 0.50, 5 for 0.75
   */
  public static AveragePrecision at(int threshold) {
    return new AveragePrecision(Slice.ALL, threshold, threshold);
  }

  @Override
  public double of(List<CategoryScores> categories) {
    double sum = 0;
    for (CategoryScores category : categories) {
      for (int t = firstThreshold; t <= lastThreshold; t++) {
        sum += category.averagePrecision(t);
      }
    }
    return sum / (categories.size() * (double) (lastThreshold - firstThreshold + 1));
  }
}
