package io.github.segbench.engine.dataset;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The first problems of a split, in the order of its images, and the number of all. */
final class SampleProblems {
  /** Thousands of images may lack the same thing: nobody reads that many lines. */
  static final int MOST_NAMED = 20;

  private final SortedMap<Integer, String> named = new TreeMap<>();
  private long count;

  /**
   * @param position of the image in the split; it has no other problem
   */
  void add(int position, String problem) {
    count++;
    keep(position, problem);
  }

  void merge(SampleProblems other) {
    count += other.count;
    other.named.forEach(this::keep);
  }

  private void keep(int position, String problem) {
    named.put(position, problem);
    if (named.size() > MOST_NAMED) {
      named.remove(named.lastKey());
    }
  }

  List<String> named() {
    return List.copyOf(named.values());
  }

  /** The number of problems that are not among {@link #named()}. */
  long unnamed() {
    return count - named.size();
  }
}
