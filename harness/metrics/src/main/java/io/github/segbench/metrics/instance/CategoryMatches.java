package io.github.segbench.metrics.instance;

/**
 * How the detections of one category in one image were matched: all that average precision needs.
 *
 * <p>Detections are in descending order of score. For an area range, bit {@code t} of a detection's
 * word says whether it is matched at IoU threshold {@code t}, bit {@code 16 + t} whether it is
 * ignored there.
 */
final class CategoryMatches {
  /** The word of a detection that is ignored at every threshold and matched at none. */
  static final int IGNORED_EVERYWHERE = ((1 << CocoThresholds.IOUS) - 1) << 16;

  private static final int IGNORED = 16;

  private final int category;
  private final double[] scores;
  private final int[] words;
  private final int[] positives;

  /**
   * @param category index in the label set
   * @param scores {@code [detections]}, descending; kept without a copy
   */
  CategoryMatches(int category, double[] scores) {
    int ranges = AreaRange.ALL_RANGES.size();
    this.category = category;
    this.scores = scores;
    this.words = new int[ranges * scores.length];
    this.positives = new int[ranges];
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

  void setWord(AreaRange area, int detection, int word) {
    words[area.ordinal() * scores.length + detection] = word;
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
    return words[area.ordinal() * scores.length + detection];
  }

  /** Number of annotated objects that are not ignored in a range. */
  int positives(AreaRange area) {
    return positives[area.ordinal()];
  }

  /** A word with the outcome at one threshold replaced: matched, to an ignored object or not. */
  static int matchedAt(int word, int threshold, boolean ignored) {
    int ignoredBit = 1 << (IGNORED + threshold);
    return (ignored ? word | ignoredBit : word & ~ignoredBit) | 1 << threshold;
  }

  static boolean isMatched(int word, int threshold) {
    return ((word >>> threshold) & 1) != 0;
  }

  static boolean isIgnored(int word, int threshold) {
    return ((word >>> (IGNORED + threshold)) & 1) != 0;
  }

  /** Whether a detection counts at no threshold, be it matched or not. */
  static boolean isIgnoredEverywhere(int word) {
    return (word & IGNORED_EVERYWHERE) == IGNORED_EVERYWHERE;
  }
}
