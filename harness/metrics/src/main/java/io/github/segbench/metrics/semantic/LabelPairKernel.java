package io.github.segbench.metrics.semantic;

import java.util.Arrays;

/**
 * The loop that counts pairs of labels over two label maps.
 *
 * <p>Label maps are mostly runs of one label, noise is not. Where the next {@value #BLOCK} pixels
 * of both maps are uniform the common run is counted at once, its end found by the vectorised
 * {@link Arrays#mismatch}. Elsewhere pixels are counted one by one, in stretches that double as
 * long as no run is met, so that noise costs what a plain loop costs.
 */
final class LabelPairKernel {
  private static final int BLOCK = 8;
  private static final int LONGEST_STRETCH = 4096;

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
    int truthEnd = 0;
    int predictionEnd = 0;
    int stretch = BLOCK;
    int i = 0;
    while (i <= pixels - BLOCK) {
      int end;
      if ((truthEnd > i || isUniform(truth, i))
          && (predictionEnd > i || isUniform(prediction, i))) {
        truthEnd = truthEnd > i ? truthEnd : runEnd(truth, i);
        predictionEnd = predictionEnd > i ? predictionEnd : runEnd(prediction, i);
        end = Math.min(truthEnd, predictionEnd);
        counts[rowById[truth[i] & 0xFFFF] + columnById[prediction[i] & 0xFFFF]] += end - i;
        stretch = BLOCK;
      } else {
        end = Math.min(pixels, i + stretch);
        countEach(truth, prediction, i, end, rowById, columnById, counts);
        stretch = Math.min(2 * stretch, LONGEST_STRETCH);
      }
      i = end;
    }
    countEach(truth, prediction, i, pixels, rowById, columnById, counts);
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

  /** Whether the block from {@code i} holds one label; far pixels first, noise differs at once. */
  private static boolean isUniform(short[] labels, int i) {
    short first = labels[i];
    return first == labels[i + 7]
        && first == labels[i + 1]
        && first == labels[i + 2]
        && first == labels[i + 3]
        && first == labels[i + 4]
        && first == labels[i + 5]
        && first == labels[i + 6];
  }

  /** The first position after {@code from} with another label, or the length. */
  private static int runEnd(short[] labels, int from) {
    int length = labels.length;
    int differs = Arrays.mismatch(labels, from, length - 1, labels, from + 1, length);
    return differs < 0 ? length : from + differs + 1;
  }
}
