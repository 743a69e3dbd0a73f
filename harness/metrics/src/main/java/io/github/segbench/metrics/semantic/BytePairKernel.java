package io.github.segbench.metrics.semantic;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The loop that counts pairs of labels over two label maps of bytes.
 *
 * <p>Each pixel is compared with the one before it, in both maps at once and eight pixels a word,
 * so that stretches without an edge cost next to nothing and the next edge is known before the last
 * run is counted. Where nearly every pixel is an edge, pixels are counted one by one instead, in
 * stretches that double as long as no long run is met, so that noise costs what a plain loop costs.
 */
final class BytePairKernel {
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** Pixels that are looked at before the first branch: four words. */
  private static final int BLOCK = 4 * Long.BYTES;

  /** Edges in a block from which on a plain loop is quicker. */
  private static final int NOISE = BLOCK / 2;

  private static final int SHORTEST_STRETCH = 64;
  private static final int LONGEST_STRETCH = 8192;

  private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

  /** A product with it gathers the lowest bits of eight bytes in the highest byte. */
  private static final long GATHER = 0x0102040810204080L;

  private BytePairKernel() {}

  /**
   * Adds one to {@code counts[rowById[truth] + columnById[prediction]]} for each pixel.
   *
   * @param truth unsigned ids, {@code [pixels]}
   * @param prediction unsigned ids, {@code [pixels]}
   * @param rowById offset of a truth id's row, {@code [256]} or longer
   * @param columnById column of a predicted id, {@code [256]} or longer
   */
  static void count(
      byte[] truth, byte[] prediction, int[] rowById, int[] columnById, long[] counts) {
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

  /** Counts common runs; returns where noise begins, or the last pixels, fewer than a block. */
  private static int countRuns(
      byte[] truth, byte[] prediction, int from, int[] rowById, int[] columnById, long[] counts) {
    int start = from;
    int i = from + 1;
    for (; i <= truth.length - BLOCK; i += BLOCK) {
      long first = changes(truth, prediction, i);
      long second = changes(truth, prediction, i + Long.BYTES);
      long third = changes(truth, prediction, i + 2 * Long.BYTES);
      long fourth = changes(truth, prediction, i + 3 * Long.BYTES);
      if ((first | second | third | fourth) == 0) {
        continue;
      }
      long edges = flags(first) | flags(second) << 8 | flags(third) << 16 | flags(fourth) << 24;
      if (Long.bitCount(edges) >= NOISE) {
        break;
      }
      do {
        int edge = i + Long.numberOfTrailingZeros(edges);
        counts[rowById[truth[start] & 0xFF] + columnById[prediction[start] & 0xFF]] += edge - start;
        start = edge;
        edges &= edges - 1;
      } while (edges != 0);
    }
    counts[rowById[truth[start] & 0xFF] + columnById[prediction[start] & 0xFF]] += i - start;
    return i;
  }

  /** A byte is not zero where its pixel differs, in either map, from the one before it. */
  private static long changes(byte[] truth, byte[] prediction, int i) {
    return ((long) WORDS.get(truth, i) ^ (long) WORDS.get(truth, i - 1))
        | ((long) WORDS.get(prediction, i) ^ (long) WORDS.get(prediction, i - 1));
  }

  /** A bit for each byte of a word, the first one lowest: whether it is not zero. */
  private static long flags(long word) {
    long highBits = (((word & LOW_BITS) + LOW_BITS) | word) & ~LOW_BITS;
    return ((highBits >>> 7) * GATHER) >>> (Long.SIZE - Byte.SIZE);
  }

  private static void countEach(
      byte[] truth,
      byte[] prediction,
      int from,
      int to,
      int[] rowById,
      int[] columnById,
      long[] counts) {
    int i = from;
    for (; i < to - 3; i += 4) {
      int first = rowById[truth[i] & 0xFF] + columnById[prediction[i] & 0xFF];
      int second = rowById[truth[i + 1] & 0xFF] + columnById[prediction[i + 1] & 0xFF];
      int third = rowById[truth[i + 2] & 0xFF] + columnById[prediction[i + 2] & 0xFF];
      int fourth = rowById[truth[i + 3] & 0xFF] + columnById[prediction[i + 3] & 0xFF];
      counts[first]++;
      counts[second]++;
      counts[third]++;
      counts[fourth]++;
    }
    for (; i < to; i++) {
      counts[rowById[truth[i] & 0xFF] + columnById[prediction[i] & 0xFF]]++;
    }
  }
}
