package io.github.segbench.metrics.instance;

/** The order of detections: descending scores, equal ones as they came (a stable merge sort). */
final class ScoreOrder {
  private ScoreOrder() {}

  /** Positions of the scores in descending order. */
  static int[] descending(double[] scores) {
    int[] order = new int[scores.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    int[] merged = new int[scores.length];
    for (int width = 1; width < scores.length; width *= 2) {
      for (int low = 0; low < scores.length; low += 2 * width) {
        int middle = Math.min(low + width, scores.length);
        merge(scores, order, low, middle, Math.min(middle + width, scores.length), merged);
      }
      int[] swap = order;
      order = merged;
      merged = swap;
    }
    return order;
  }

  private static void merge(double[] scores, int[] from, int low, int middle, int high, int[] to) {
    if (middle == high || scores[from[middle - 1]] >= scores[from[middle]]) {
      System.arraycopy(from, low, to, low, high - low);
      return;
    }
    int left = low;
    int right = middle;
    for (int i = low; i < high; i++) {
      boolean takeLeft =
          right == high || (left < middle && scores[from[left]] >= scores[from[right]]);
      to[i] = takeLeft ? from[left++] : from[right++];
    }
  }
}
