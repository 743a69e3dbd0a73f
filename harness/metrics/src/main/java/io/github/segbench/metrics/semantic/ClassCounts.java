package io.github.segbench.metrics.semantic;

/**
 * Pixel counts of each class, of one image or of many: what every ratio is computed from.
 *
 * <p>Void ground truth is in none of them. A void prediction on a valid pixel is a false negative
 * of the true class and a false positive of none.
 */
public final class ClassCounts {
  private final long[] truePositives;
  private final long[] truth;
  private final long[] predicted;

  /** Counts of zero. */
  ClassCounts(int classes) {
    truePositives = new long[classes];
    truth = new long[classes];
    predicted = new long[classes];
  }

  void add(int index, long morePositives, long moreTruth, long morePredicted) {
    truePositives[index] += morePositives;
    truth[index] += moreTruth;
    predicted[index] += morePredicted;
  }

  /** Number of classes; an index of a class is its position in the label set. */
  public int size() {
    return truth.length;
  }

  /** Pixels of the class that were predicted as such (TP). */
  public long truePositives(int index) {
    return truePositives[index];
  }

  /** Pixels of the class in the ground truth (TP + FN). */
  public long truth(int index) {
    return truth[index];
  }

  /** Valid pixels that were predicted as the class (TP + FP). */
  public long predicted(int index) {
    return predicted[index];
  }

  /** Pixels that are predicted as the class and are of another one (FP). */
  public long falsePositives(int index) {
    return predicted[index] - truePositives[index];
  }

  /** Pixels of the class that are predicted as another one or as void (FN). */
  public long falseNegatives(int index) {
    return truth[index] - truePositives[index];
  }

  /** Pixels in truth, prediction or both (TP + FP + FN). */
  public long union(int index) {
    return truth[index] + predicted[index] - truePositives[index];
  }

  /** Pixels with a ground truth, right or wrong. */
  public long validPixels() {
    long sum = 0;
    for (long pixels : truth) {
      sum += pixels;
    }
    return sum;
  }
}
