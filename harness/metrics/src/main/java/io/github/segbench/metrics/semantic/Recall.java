package io.github.segbench.metrics.semantic;

/** Share of the pixels of a class that are predicted as it, its accuracy: TP / (TP + FN). */
public final class Recall implements ClassFormula {
  @Override
  public double of(ClassCounts counts, int index) {
    long denominator = counts.truth(index);
    return denominator == 0 ? Double.NaN : counts.truePositives(index) / (double) denominator;
  }
}
