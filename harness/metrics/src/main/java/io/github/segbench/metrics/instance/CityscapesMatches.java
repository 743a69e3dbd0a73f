package io.github.segbench.metrics.instance;

/**
 * What the detections of one category in one image turned out to be, at each overlap threshold.
 *
 * @param category index in the label set
 * @param objects annotated objects to be found
 * @param scores {@code [events]}, in any order; a detection may have several events, or none
 * @param truePositives {@code [events]}: bit {@code t} says that it is right at threshold {@code t}
 * @param falsePositives {@code [events]}: bit {@code t} says that it is wrong there
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record CityscapesMatches(
    int category, int objects, double[] scores, int[] truePositives, int[] falsePositives) {
  private static final double SCORE_SHOWN = 0.5;

  /** The same of a category that has another index. */
  CityscapesMatches at(int other) {
    return new CityscapesMatches(other, objects, scores, truePositives, falsePositives);
  }

  /** Right detections at a threshold with a score of at least 0.5. */
  int shownTruePositives(int threshold) {
    return shown(truePositives, threshold);
  }

  /** Wrong detections at a threshold with a score of at least 0.5. */
  int shownFalsePositives(int threshold) {
    return shown(falsePositives, threshold);
  }

  private int shown(int[] bits, int threshold) {
    int count = 0;
    for (int e = 0; e < scores.length; e++) {
      count += scores[e] >= SCORE_SHOWN ? bits[e] >>> threshold & 1 : 0;
    }
    return count;
  }
}
