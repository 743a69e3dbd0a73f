package io.github.segbench.metrics.semantic;

/** Share of the pixels with ground truth whose class is predicted right. */
public final class PixelAccuracy implements OverallFormula {
  @Override
  public double of(ClassCounts counts, ClassAveraging averaging) {
    long right = 0;
    for (int c = 0; c < counts.size(); c++) {
      right += counts.truePositives(c);
    }
    long valid = counts.validPixels();
    return valid == 0 ? Double.NaN : right / (double) valid;
  }
}
