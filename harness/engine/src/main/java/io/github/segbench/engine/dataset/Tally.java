package io.github.segbench.engine.dataset;

import java.util.Collections;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often each value occurs. */
public final class Tally {
  private final NavigableMap<Integer, Long> counts = new TreeMap<>();

  void add(int value) {
    counts.merge(value, 1L, Long::sum);
  }

  void merge(Tally other) {
    other.counts.forEach((value, count) -> counts.merge(value, count, Long::sum));
  }

  /** The number of occurrences by ascending value. */
  public SortedMap<Integer, Long> counts() {
    return Collections.unmodifiableSortedMap(counts);
  }

  /** The number of all occurrences. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The smallest value; there must be one. */
  public int minimum() {
    return counts.firstKey();
  }

  /** The largest value; there must be one. */
  public int maximum() {
    return counts.lastKey();
  }

  /** The value in the middle, or the mean of the two there; there must be one. */
  public double median() {
    long total = total();
    return (at((total - 1) / 2) + (double) at(total / 2)) / 2;
  }

  /** The value at a position in ascending order, from 0. */
  private int at(long position) {
    long passed = 0;
    for (var count : counts.entrySet()) {
      passed += count.getValue();
      if (position < passed) {
        return count.getKey();
      }
    }
    throw new IllegalStateException("position " + position + " of " + passed);
  }
}
