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
  public ClassCounts(int classes) {
    truePositives = new long[classes];
    truth = new long[classes];
    predicted = new long[classes];
  }

  /**
   * Adds pixels to a class.
   *
   * @param morePositives of both truth and prediction
   * @param moreTruth of the truth, those of both among them
   * @param morePredicted of the prediction, those of both among them
   */
  public void add(int index, long morePositives, long moreTruth, long morePredicted) {
    truePositives[index] += morePositives;
    truth[index] += moreTruth;
    predicted[index] += morePredicted;
  }

  /**
   * Adds pixels of one true and one predicted class.
   *
   * @param prediction {@link #size()} for void and unknown
   */
  void addPair(int trueClass, int prediction, long pixels) {
    truth[trueClass] += pixels;
    if (prediction < predicted.length) {
      predicted[prediction] += pixels;
    }
    if (prediction == trueClass) {
      truePositives[trueClass] += pixels;
    }
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
