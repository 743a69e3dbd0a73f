package io.github.segbench.metrics.semantic;

/** Mean IoU, each class weighted by its share of the ground truth (Long et al. 2015). */
public final class FrequencyWeightedIou implements OverallFormula {
  @Override
  public double of(ClassCounts counts, ClassAveraging averaging) {
    double sum = 0;
    for (int c = 0; c < counts.size(); c++) {
      if (counts.truth(c) > 0) {
        sum += (double) counts.truth(c) * counts.truePositives(c) / counts.union(c);
      }
    }
    long valid = counts.validPixels();
    return valid == 0 ? Double.NaN : sum / valid;
  }
}
