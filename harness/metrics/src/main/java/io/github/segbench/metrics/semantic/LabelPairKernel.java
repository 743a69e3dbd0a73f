package io.github.segbench.metrics.semantic;

/**
 * The loop that counts pairs of labels over two label maps.
 *
 * <p>Label maps are mostly runs of one label, noise is not. Runs that both maps share are counted
 * at once. Where they become too short to be worth it, pixels are counted one by one instead, in
 * stretches that double as long as no long run is met, so that noise costs what a plain loop costs.
 */
final class LabelPairKernel {
  /** Pixels that a plain loop counts in the time that a run takes. */
  private static final int RUN_COST = 8;

  /** Pixels that short runs may have cost before the plain loop takes over. */
  private static final int FIRST_CREDIT = 16;

  private static final int MOST_CREDIT = 128;
  private static final int SHORTEST_STRETCH = 64;
  private static final int LONGEST_STRETCH = 8192;

  private LabelPairKernel() {}

  /**
   * Adds one to {@code counts[rowById[truth] + columnById[prediction]]} for each pixel.
   *
   * @param truth unsigned ids, {@code [pixels]}
   * @param prediction unsigned ids, {@code [pixels]}
   * @param rowById offset of a truth id's row, {@code [65536]}
   * @param columnById column of a predicted id, {@code [65536]}
   */
  static void count(
      short[] truth, short[] prediction, int[] rowById, int[] columnById, long[] counts) {
    int pixels = truth.length;
    int stretch = SHORTEST_STRETCH;
    int i = 0;
    while (i < pixels) {
      int end = countRuns(truth, prediction, i, rowById, columnById, counts);
      boolean fewRuns = end - i < 4 * SHORTEST_STRETCH;
      stretch = fewRuns ? Math.min(2 * stretch, LONGEST_STRETCH) : SHORTEST_STRETCH;
      i = Math.min(pixels, end + stretch);
      countEach(truth, prediction, end, i, rowById, columnById, counts);
    }
  }

  /** Counts common runs; returns where they became short, or the length. */
  private static int countRuns(
      short[] truth, short[] prediction, int from, int[] rowById, int[] columnById, long[] counts) {
    int truthEnd = from;
    int predictionEnd = from;
    int credit = FIRST_CREDIT;
    int i = from;
    while (i < truth.length && credit >= 0) {
      if (truthEnd <= i) {
        truthEnd = LabelRuns.end(truth, i, truth.length);
      }
      if (predictionEnd <= i) {
        predictionEnd = LabelRuns.end(prediction, i, prediction.length);
      }
      int end = Math.min(truthEnd, predictionEnd);
      counts[rowById[truth[i] & 0xFFFF] + columnById[prediction[i] & 0xFFFF]] += end - i;
      credit = Math.min(MOST_CREDIT, credit + end - i - RUN_COST);
      i = end;
    }
    return i;
  }

  private static void countEach(
      short[] truth,
      short[] prediction,
      int from,
      int to,
      int[] rowById,
      int[] columnById,
      long[] counts) {
    int i = from;
    for (; i < to - 3; i += 4) {
      int first = rowById[truth[i] & 0xFFFF] + columnById[prediction[i] & 0xFFFF];
      int second = rowById[truth[i + 1] & 0xFFFF] + columnById[prediction[i + 1] & 0xFFFF];
      int third = rowById[truth[i + 2] & 0xFFFF] + columnById[prediction[i + 2] & 0xFFFF];
      int fourth = rowById[truth[i + 3] & 0xFFFF] + columnById[prediction[i + 3] & 0xFFFF];
      counts[first]++;
      counts[second]++;
      counts[third]++;
      counts[fourth]++;
    }
    for (; i < to; i++) {
      counts[rowById[truth[i] & 0xFFFF] + columnById[prediction[i] & 0xFFFF]]++;
    }
  }
}
