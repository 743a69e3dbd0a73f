package io.github.segbench.metrics.semantic;

/** Intersection over union of a class (Jaccard index): TP / (TP + FP + FN). */
public final class IntersectionOverUnion implements ClassFormula {
  @Override
  public double of(ClassCounts counts, int index) {
    long denominator = counts.union(index);
    return denominator == 0 ? Double.NaN : counts.truePositives(index) / (double) denominator;
  }
}
