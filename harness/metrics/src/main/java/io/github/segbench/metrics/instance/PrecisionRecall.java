package io.github.segbench.metrics.instance;

/**
 * Precision at 101 recall points and the recall that is reached, at each IoU threshold, of one
 * category.
 */
public final class PrecisionRecall {
  private final double[][] precision;
  private final double[] recall;

  /**
   * @param precision {@code [10][101]}
   * @param recall {@code [10]}
   */
  PrecisionRecall(double[][] precision, double[] recall) {
    this.precision = precision;
    this.recall = recall;
  }

  /**
   * The largest precision at that recall or beyond; 0 beyond the recall that is reached.
   *
   * @param threshold IoU threshold 0..9
   * @param point recall point 0..100
   */
  public double precision(int threshold, int point) {
    return precision[threshold][point];
  }

  /** The recall of all detections. */
  public double recall(int threshold) {
    return recall[threshold];
  }

  /** Mean precision over the recall points. */
  public double averagePrecision(int threshold) {
    return mean(precision[threshold]);
  }

  /** Mean of the precision at the recall points, {@code [101]}. */
  static double mean(double[] precision) {
    double sum = 0;
    for (double value : precision) {
      sum += value;
    }
    return sum / precision.length;
  }
}
