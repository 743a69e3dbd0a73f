package io.github.segbench.metrics.instance;

import java.util.List;
import java.util.Objects;

/** Mean over categories and IoU thresholds of the recall that all detections reach: COCO's AR. */
public record AverageRecall(Slice slice) implements DetectionFormula {
  public AverageRecall {
    Objects.requireNonNull(slice, "slice");
  }

  @Override
  public double of(List<CategoryScores> categories) {
    double sum = 0;
    for (CategoryScores category : categories) {
      for (int t = 0; t < CocoThresholds.IOUS; t++) {
        sum += category.recall(t);
      }
    }
    return sum / (categories.size() * (double) CocoThresholds.IOUS);
  }
}
