package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.evaluation.ConfusionCounts;
import java.util.Arrays;

/**
 * Pixel counts of truth against prediction: a row for each category of the ground truth, a column
 * for each predicted category and a last one for predictions that are void or outside the label
 * set.
 *
 * <p>Ground-truth pixels that are void or outside the label set are never counted. Of label sets of
 * more than 255 categories the pairs that occur are kept alone, so that thousands are no burden.
 */
public final class ConfusionMatrix {
  private final LabelSet labels;
  private final PairCounts counts;

  public ConfusionMatrix(LabelSet labels) {
    this.labels = labels;
    this.counts = PairCounts.of(labels);
  }

  /**
   * Counts the pixels of one image.
   *
   * @throws IllegalArgumentException if the sizes differ
   */
  public void add(LabelMap truth, LabelMap prediction) {
    if (truth.width() != prediction.width() || truth.height() != prediction.height()) {
      throw new IllegalArgumentException("sizes differ: " + truth + " and " + prediction);
    }
    counts.count(truth, prediction);
  }

  /**
   * Adds the counts of another matrix.
   *
   * @throws IllegalArgumentException if it has other labels
   */
  public void merge(ConfusionMatrix other) {
    if (!labels.equals(other.labels)) {
      throw new IllegalArgumentException("labels differ: " + labels + " and " + other.labels);
    }
    other.counts.forEach(counts::add);
  }

  /**
   * Adds the counts of a matrix that has other categories too: where one of these is true, pixels
   * are not counted; where it is predicted, the prediction is unknown.
   */
  void mergeKnown(ConfusionMatrix other) {
    int[] indices = new int[other.size() + 1];
    Arrays.setAll(
        indices, i -> i < other.size() ? indexOf(other.labels.categories().get(i)) : size());
    other.counts.forEach(
        (truth, prediction, pixels) -> {
          if (indices[truth] < size()) {
            counts.add(indices[truth], indices[prediction], pixels);
          }
        });
  }

  private int indexOf(Category category) {
    int index = labels.indexOf(category.id());
    return index < 0 ? size() : index;
  }

  /** Sets all counts to 0. */
  void clear() {
    counts.clear();
  }

  /** The counts by pair. */
  PairCounts pairs() {
    return counts;
  }

  /** Number of categories. */
  public int size() {
    return labels.size();
  }

  /**
   * Pixels of a true category with a predicted one.
   *
   * @param truth index in the label set
   * @param prediction index in the label set; {@link #size()} for void and unknown
   */
  public long count(int truth, int prediction) {
    return counts.get(truth, prediction);
  }

  /** True positives, ground truth and predictions of each category. */
  public ClassCounts classCounts() {
    ClassCounts sums = new ClassCounts(size());
    counts.forEach(sums::addPair);
    return sums;
  }

  /** The counts for display, a table of all pairs. */
  public ConfusionCounts toCounts() {
    long[][] rows = new long[size()][size() + 1];
    counts.forEach((truth, prediction, pixels) -> rows[truth][prediction] = pixels);
    return new ConfusionCounts(labels.categories().stream().map(Category::name).toList(), rows);
  }
}
