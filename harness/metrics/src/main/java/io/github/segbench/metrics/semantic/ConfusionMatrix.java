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
 * <p>Ground-truth pixels that are void or outside the label set are never counted.
 */
public final class ConfusionMatrix {
  private static final int IDS = LabelSet.MAX_ID + 1;

  private final LabelSet labels;
  private final int columns;
  private final int[] rowById;
  private final int[] columnById;

  /** Row-major; below the rows of the matrix lies one that collects void ground truth. */
  private final long[] counts;

  public ConfusionMatrix(LabelSet labels) {
    this.labels = labels;
    this.columns = labels.size() + 1;
    this.rowById = new int[IDS];
    this.columnById = new int[IDS];
    Arrays.fill(rowById, labels.size() * columns);
    Arrays.fill(columnById, labels.size());
    for (Category category : labels.categories()) {
      int index = labels.indexOf(category.id());
      rowById[category.id()] = index * columns;
      columnById[category.id()] = index;
    }
    this.counts = new long[Math.multiplyExact(columns, columns)];
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
    LabelPairKernel.count(truth.labels(), prediction.labels(), rowById, columnById, counts);
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
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  /** Sets all counts to 0. */
  void clear() {
    Arrays.fill(counts, 0);
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
    return counts[truth * columns + prediction];
  }

  /** True positives, ground truth and predictions of each category. */
  public ClassCounts classCounts() {
    ClassCounts sums = new ClassCounts(size());
    for (int truth = 0; truth < size(); truth++) {
      long row = 0;
      for (int prediction = 0; prediction < columns; prediction++) {
        long pixels = count(truth, prediction);
        row += pixels;
        if (pixels > 0 && prediction < size()) {
          sums.add(prediction, prediction == truth ? pixels : 0, 0, pixels);
        }
      }
      sums.add(truth, 0, row, 0);
    }
    return sums;
  }

  /** The counts for display. */
  public ConfusionCounts toCounts() {
    long[][] rows = new long[size()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(counts, row * columns, (row + 1) * columns);
    }
    return new ConfusionCounts(labels.categories().stream().map(Category::name).toList(), rows);
  }
}
