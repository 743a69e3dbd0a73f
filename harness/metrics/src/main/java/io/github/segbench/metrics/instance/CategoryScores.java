package io.github.segbench.metrics.instance;

/** Average precision and recall of one category in a slice, at each IoU threshold. */
public final class CategoryScores {
  private final double[] averagePrecision;
  private final double[] recall;

  /**
   * @param averagePrecision {@code [10]}, kept without a copy
   * @param recall {@code [10]}, kept without a copy
   */
  CategoryScores(double[] averagePrecision, double[] recall) {
    this.averagePrecision = averagePrecision;
    this.recall = recall;
  }

  /**
   * Mean precision over the 101 recall points.
   *
   * @param threshold IoU threshold 0..9
   */
  public double averagePrecision(int threshold) {
    return averagePrecision[threshold];
  }

  /** The recall of all detections. */
  public double recall(int threshold) {
    return recall[threshold];
  }
}
