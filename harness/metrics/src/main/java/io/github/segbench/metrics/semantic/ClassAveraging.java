package io.github.segbench.metrics.semantic;

/** Which classes a mean over classes counts, and what an undefined value among them is. */
public enum ClassAveraging {
  /** Classes that occur in ground truth or prediction; undefined values are left out. */
  OCCURRING,
  /** Classes that occur in the ground truth; undefined values are left out. */
  ANNOTATED,
  /** All classes of the label set; an undefined value counts 0. */
  EVERY;

  /**
   * The mean of a number over the classes.
   *
   * @return NaN if no class is counted, or no pixel has a ground truth
   */
  double mean(ClassFormula formula, ClassCounts counts) {
    if (counts.validPixels() == 0) {
      return Double.NaN;
    }
    double sum = 0;
    int classes = 0;
    for (int c = 0; c < counts.size(); c++) {
      double value = counts(counts, c) ? formula.of(counts, c) : Double.NaN;
      if (!Double.isNaN(value)) {
        sum += value;
        classes++;
      }
    }
    int divisor = this == EVERY ? counts.size() : classes;
    return divisor == 0 ? Double.NaN : sum / divisor;
  }

  private boolean counts(ClassCounts counts, int index) {
    return switch (this) {
      case OCCURRING -> counts.union(index) > 0;
      case ANNOTATED -> counts.truth(index) > 0;
      case EVERY -> true;
    };
  }
}
