package io.github.segbench.metrics.instance;

import java.util.Arrays;

/**
 * The counts at each true positive, as detections are taken in by descending score. Between two
 * true positives precision only falls, so that these points make the whole envelope.
 *
 * <p>Source: cocodataset/cocoapi, PythonAPI/pycocotools/cocoeval.py, {@code accumulate}.
 */
final class PrecisionSweep {
  /** NumPy's {@code spacing(1)}, which the reference adds to the denominator. */
  private static final double SPACING = Math.ulp(1.0);

  private int[] truePositives = new int[64];
  private int[] detections = new int[64];
  private int size;
  private int total;

  void clear() {
    size = 0;
    total = 0;
  }

  /**
   * Takes in true positives that follow one another.
   *
   * @param times how many, 0 or more
   * @param seen all that have been taken in with the last of them, ignored ones left out
   */
  void add(int times, int seen) {
    if (size == detections.length) {
      detections = Arrays.copyOf(detections, size * 2);
      truePositives = Arrays.copyOf(truePositives, size * 2);
    }
    total += times;
    truePositives[size] = total;
    detections[size] = seen;
    // The next overwrites a point of no times; a branch here would be taken at random.
    size += -times >>> 31;
  }

  /** True positives so far. */
  int total() {
    return total;
  }

  /**
   * The largest precision at each recall point or beyond it.
   *
   * @param needed true positives that reach a recall point, {@code [101]} ascending
   * @param envelope {@code [101]}, filled
   */
  void envelope(int[] needed, double[] envelope) {
    int point = needed.length - 1;
    while (point >= 0 && needed[point] > total) {
      envelope[point--] = 0;
    }
    // Doubles that are not negative have the order of their bits, whose maximum needs no branch.
    long best = 0;
    for (int i = size - 1; i >= 0 && point >= 0; i--) {
      double precision = truePositives[i] / (detections[i] + SPACING);
      best = Math.max(best, Double.doubleToRawLongBits(precision));
      int before = i == 0 ? 0 : truePositives[i - 1];
      while (point >= 0 && needed[point] > before) {
        envelope[point--] = Double.longBitsToDouble(best);
      }
    }
    while (point >= 0) {
      envelope[point--] = Double.longBitsToDouble(best);
    }
  }
}
