package io.github.segbench.metrics.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * Pixel counts of a semantic evaluation, for display.
 *
 * @param categories names, in the order of the rows
 * @param counts {@code [categories][categories + 1]}: rows are ground truth, columns prediction,
 *     the last column predictions that are void or outside the label set
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and compared by value
public record ConfusionCounts(List<String> categories, long[][] counts) {
  public ConfusionCounts {
    categories = List.copyOf(categories);
    long[][] copy = new long[counts.length][];
    for (int row = 0; row < counts.length; row++) {
      copy[row] = counts[row].clone();
      if (copy[row].length != categories.size() + 1) {
        throw new IllegalArgumentException("row " + row + " has " + copy[row].length + " columns");
      }
    }
    counts = copy;
    if (counts.length != categories.size()) {
      throw new IllegalArgumentException(counts.length + " rows for " + categories);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConfusionCounts that
        && categories.equals(that.categories)
        && Arrays.deepEquals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * categories.hashCode() + Arrays.deepHashCode(counts);
  }
}
