package io.github.segbench.metrics.panoptic;

import java.util.Arrays;

/**
 * The loop that counts pairs of segment ids over two panoptic maps.
 *
 * <p>Where the next {@value #BLOCK} pixels of both maps are uniform their common run is counted at
 * once, its end found by the vectorised {@link Arrays#mismatch}. Elsewhere pixels are counted one
 * by one, in stretches that double as long as no run is met, so that noise costs what a plain loop
 * costs.
 */
final class IdPairKernel {
  private static final int BLOCK = 8;
  private static final int LONGEST_STRETCH = 4096;

  private IdPairKernel() {}

  /**
   * Adds each pixel to the count of its pair.
   *
   * @param truth ids, {@code [pixels]}
   * @param prediction ids, {@code [pixels]}
   */
  static void count(int[] truth, int[] prediction, IdPairCounts counts) {
    int pixels = truth.length;
    int truthEnd = 0;
    int predictionEnd = 0;
    int stretch = BLOCK;
    int i = 0;
    while (i <= pixels - BLOCK) {
      int end;
      if ((truthEnd > i || isUniform(truth, i))
          && (predictionEnd > i || isUniform(prediction, i))) {
        truthEnd = truthEnd > i ? truthEnd : runEnd(truth, i, pixels);
        predictionEnd = predictionEnd > i ? predictionEnd : runEnd(prediction, i, pixels);
        end = Math.min(truthEnd, predictionEnd);
        counts.add(truth[i], prediction[i], end - i);
        stretch = BLOCK;
      } else {
        end = Math.min(pixels, i + stretch);
        counts.addEach(truth, prediction, i, end);
        stretch = Math.min(2 * stretch, LONGEST_STRETCH);
      }
      i = end;
    }
    counts.addEach(truth, prediction, i, pixels);
  }

  /** Whether the block from {@code i} holds one id; the far pixel first, noise differs at once. */
  private static boolean isUniform(int[] ids, int i) {
    int first = ids[i];
    return first == ids[i + 7]
        && first == ids[i + 1]
        && first == ids[i + 2]
        && first == ids[i + 3]
        && first == ids[i + 4]
        && first == ids[i + 5]
        && first == ids[i + 6];
  }

  /** The first position after {@code from} and before {@code to} with another id, or {@code to}. */
  static int runEnd(int[] ids, int from, int to) {
    int differs = Arrays.mismatch(ids, from, to - 1, ids, from + 1, to);
    return differs < 0 ? to : from + differs + 1;
  }
}
