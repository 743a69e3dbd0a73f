package io.github.segbench.metrics.semantic;

/** Dice coefficient of a class, its F1 score: 2 TP / (2 TP + FP + FN). */
public final class Dice implements ClassFormula {
  @Override
  public double of(ClassCounts counts, int index) {
    long denominator = counts.truth(index) + counts.predicted(index);
    return denominator == 0 ? Double.NaN : 2 * counts.truePositives(index) / (double) denominator;
  }
}
