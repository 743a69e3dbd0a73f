package io.github.segbench.metrics.semantic;

/** Share of the pixels predicted as a class that are of it: TP / (TP + FP). */
public final class Precision implements ClassFormula {
  @Override
  public double of(ClassCounts counts, int index) {
    long denominator = counts.predicted(index);
    return denominator == 0 ? Double.NaN : counts.truePositives(index) / (double) denominator;
  }
}
