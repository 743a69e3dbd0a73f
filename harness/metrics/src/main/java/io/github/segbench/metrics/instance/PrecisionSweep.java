package io.github.segbench.metrics.instance;

import java.util.Arrays;

/**
 * The precision after each true positive, as detections are taken in by descending score. Between
 * two true positives precision only falls, so that these points make the whole envelope.
 *
 * <p>Source: cocodataset/cocoapi, PythonAPI/pycocotools/cocoeval.py, {@code accumulate}.
 */
final class PrecisionSweep {
  /** NumPy's {@code spacing(1)}, which the reference adds to the denominator. */
  private static final double SPACING = Math.ulp(1.0);

  private int[] truePositives = new int[64];
  private double[] precision = new double[64];
  private int size;

  void clear() {
    size = 0;
  }

  /**
   * Takes in true positives that follow one another.
   *
   * @param times how many
   * @param detections all that have been taken in with the last of them, ignored ones left out
   */
  void add(int times, int detections) {
    if (size == precision.length) {
      precision = Arrays.copyOf(precision, size * 2);
      truePositives = Arrays.copyOf(truePositives, size * 2);
    }
    truePositives[size] = total() + times;
    precision[size] = truePositives[size] / (detections + SPACING);
    size++;
  }

  /** True positives so far. */
  int total() {
    return size == 0 ? 0 : truePositives[size - 1];
  }

  /**
   * The largest precision at each recall point or beyond it.
   *
   * @param needed true positives that reach a recall point, {@code [101]} ascending
   */
  double[] envelope(int[] needed) {
    double[] envelope = new double[needed.length];
    int point = needed.length - 1;
    while (point >= 0 && needed[point] > total()) {
      point--;
    }
    double best = 0;
    for (int i = size - 1; i >= 0; i--) {
      best = Math.max(best, precision[i]);
      int before = i == 0 ? 0 : truePositives[i - 1];
      while (point >= 0 && needed[point] > before) {
        envelope[point--] = best;
      }
    }
    while (point >= 0) {
      envelope[point--] = best;
    }
    return envelope;
  }
}
