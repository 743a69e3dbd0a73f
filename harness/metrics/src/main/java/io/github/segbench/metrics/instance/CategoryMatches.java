package io.github.segbench.metrics.instance;

/**
 * How the detections of one category in one image were matched: all that average precision needs.
 *
 * <p>Detections are in descending order of score. For an area range, bit {@code t} of a detection's
 * word says whether it is matched at IoU threshold {@code t}, bit {@code 16 + t} whether it is
 * ignored there.
 */
final class CategoryMatches {
  private static final int IGNORED = 16;

  private final int category;
  private final double[] scores;
  private final int[][] words;
  private final int[] positives;

  /**
   * @param category index in the label set
   * @param scores {@code [detections]}, descending
   */
  CategoryMatches(int category, double[] scores) {
    this.category = category;
    this.scores = scores;
    this.words = new int[AreaRange.values().length][scores.length];
    this.positives = new int[AreaRange.values().length];
  }

  private CategoryMatches(int category, CategoryMatches same) {
    this.category = category;
    this.scores = same.scores;
    this.words = same.words;
    this.positives = same.positives;
  }

  /** The same matches of a category that has another index. */
  CategoryMatches at(int index) {
    return new CategoryMatches(index, this);
  }

  void setPositives(AreaRange area, int count) {
    positives[area.ordinal()] = count;
  }

  void setMatched(AreaRange area, int detection, int threshold) {
    words[area.ordinal()][detection] |= 1 << threshold;
  }

  void setIgnored(AreaRange area, int detection, int threshold) {
    words[area.ordinal()][detection] |= 1 << (IGNORED + threshold);
  }

  int category() {
    return category;
  }

  int size() {
    return scores.length;
  }

  double score(int detection) {
    return scores[detection];
  }

  /** The matched and ignored bits of a detection. */
  int word(AreaRange area, int detection) {
    return words[area.ordinal()][detection];
  }

  /** Number of annotated objects that are not ignored in a range. */
  int positives(AreaRange area) {
    return positives[area.ordinal()];
  }

  static boolean isMatched(int word, int threshold) {
    return ((word >>> threshold) & 1) != 0;
  }

  static boolean isIgnored(int word, int threshold) {
    return ((word >>> (IGNORED + threshold)) & 1) != 0;
  }
}
