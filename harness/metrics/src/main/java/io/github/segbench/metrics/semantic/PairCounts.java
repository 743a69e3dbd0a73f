package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import java.util.Arrays;

/**
 * Pixels of every pair of a true and a predicted class, by index; the index after the last class is
 * void and unknown. Pairs whose truth is void are never given out.
 */
sealed interface PairCounts permits DensePairCounts, SparsePairCounts {
  /** Label sets up to this size have a table of all pairs, half a megabyte at most. */
  int LARGEST_DENSE = 255;

  /** Counts of zero, kept as a table or as the pairs that occur, whichever fits the labels. */
  static PairCounts of(LabelSet labels) {
    return labels.size() <= LARGEST_DENSE
        ? new DensePairCounts(labels)
        : new SparsePairCounts(labels);
  }

  /** Counts the pixels of two label maps of one size. */
  void count(LabelMap truth, LabelMap prediction);

  void add(int truth, int prediction, long pixels);

  long get(int truth, int prediction);

  /** Every pair that occurs, once, whose truth is no void. */
  void forEach(PairConsumer consumer);

  /** Sets all counts to 0. */
  void clear();

  /**
   * A number for each label id, {@code [65536]}.
   *
   * @param factor of the index of a class
   */
  static int[] table(LabelSet labels, int factor) {
    int[] table = new int[LabelSet.MAX_ID + 1];
    Arrays.fill(table, labels.size() * factor);
    for (Category category : labels.categories()) {
      table[category.id()] = labels.indexOf(category.id()) * factor;
    }
    return table;
  }

  /** Takes a pair and its pixels. */
  @FunctionalInterface
  interface PairConsumer {
    void accept(int truth, int prediction, long pixels);
  }
}
