package io.github.segbench.metrics.panoptic;

/** Matched and unmatched segments of each category, of one image or of many. */
public final class SegmentCounts {
  private final double[] iouSum;
  private final double[] overlapSum;
  private final long[] truePositives;
  private final long[] falsePositives;
  private final long[] falseNegatives;

  /** Counts of zero. */
  SegmentCounts(int categories) {
    iouSum = new double[categories];
    overlapSum = new double[categories];
    truePositives = new long[categories];
    falsePositives = new long[categories];
    falseNegatives = new long[categories];
  }

  void addTruePositive(int category, double iou) {
    iouSum[category] += iou;
    truePositives[category]++;
  }

  void addOverlap(int category, double iou) {
    overlapSum[category] += iou;
  }

  void addFalsePositive(int category) {
    falsePositives[category]++;
  }

  void addFalseNegative(int category) {
    falseNegatives[category]++;
  }

  void add(int category, double iou, double overlap, long tp, long fp, long fn) {
    iouSum[category] += iou;
    overlapSum[category] += overlap;
    truePositives[category] += tp;
    falsePositives[category] += fp;
    falseNegatives[category] += fn;
  }

  /** Number of categories; the index of a category is its position in the label set. */
  public int size() {
    return iouSum.length;
  }

  /** Sum of the IoU of the matches. */
  public double iouSum(int category) {
    return iouSum[category];
  }

  /** Sum of the IoU of all pairs of a true segment, no crowd, with a prediction that it meets. */
  public double overlapSum(int category) {
    return overlapSum[category];
  }

  public long truePositives(int category) {
    return truePositives[category];
  }

  public long falsePositives(int category) {
    return falsePositives[category];
  }

  public long falseNegatives(int category) {
    return falseNegatives[category];
  }

  /** Whether the category has a segment that counts, in truth or prediction. */
  public boolean occurs(int category) {
    return truePositives[category] + falsePositives[category] + falseNegatives[category] > 0;
  }
}
