package io.github.segbench.metrics.instance;

/** What the computation of curves needs for a while; for one thread, reused from curve to curve. */
final class CurveBuffers {
  /** {@code [events]}: how often the image of an event counts. */
  int[] times = new int[0];

  /** {@code [events]}: all detections down to and with an event. */
  int[] seen = new int[0];

  final PrecisionSweep sweep = new PrecisionSweep();
  final int[] needed = new int[CocoThresholds.RECALLS];
  final double[] envelope = new double[CocoThresholds.RECALLS];

  void reserve(int events) {
    if (times.length < events) {
      times = new int[2 * events];
      seen = new int[2 * events];
    }
  }

  /** Fills in the fewest true positives with which a recall of each point is reached. */
  void setObjects(int objects) {
    for (int point = 0; point < needed.length; point++) {
      double recall = CocoThresholds.recall(point);
      // The product may be rounded either way; the quotient is what the reference compares.
      int count = (int) (recall * objects);
      while (count / (double) objects < recall) {
        count++;
      }
      while (count > 0 && (count - 1) / (double) objects >= recall) {
        count--;
      }
      needed[point] = count;
    }
  }
}
