package io.github.segbench.metrics.panoptic;

import io.github.segbench.metrics.evaluation.CategoryChoice;
import java.util.stream.IntStream;

/** The segment counts of one image, kept small: the categories that occur in it alone. */
final class ImageSegments {
  private final int[] categories;
  private final double[] iouSum;
  private final double[] overlapSum;
  private final int[] truePositives;
  private final int[] falsePositives;
  private final int[] falseNegatives;

  ImageSegments(SegmentCounts counts) {
    categories = IntStream.range(0, counts.size()).filter(counts::occurs).toArray();
    iouSum = IntStream.of(categories).mapToDouble(counts::iouSum).toArray();
    overlapSum = IntStream.of(categories).mapToDouble(counts::overlapSum).toArray();
    truePositives = IntStream.of(categories).map(c -> (int) counts.truePositives(c)).toArray();
    falsePositives = IntStream.of(categories).map(c -> (int) counts.falsePositives(c)).toArray();
    falseNegatives = IntStream.of(categories).map(c -> (int) counts.falseNegatives(c)).toArray();
  }

  /** Number of categories that occur. */
  int size() {
    return categories.length;
  }

  /** Index in the label set of a category {@code 0..size - 1} that occurs. */
  int category(int i) {
    return categories[i];
  }

  double iouSum(int i) {
    return iouSum[i];
  }

  double overlapSum(int i) {
    return overlapSum[i];
  }

  int truePositives(int i) {
    return truePositives[i];
  }

  int falsePositives(int i) {
    return falsePositives[i];
  }

  int falseNegatives(int i) {
    return falseNegatives[i];
  }

  /** Whether a category that occurs has a segment in the ground truth, crowds not counted. */
  boolean isAnnotated(int i) {
    return truePositives[i] + falseNegatives[i] > 0;
  }

  /** Adds the image to sums of the same label set. */
  void addTo(SegmentCounts sums) {
    for (int i = 0; i < categories.length; i++) {
      addTo(sums, i, categories[i]);
    }
  }

  /** The same image with the chosen categories alone, at their places among these. */
  ImageSegments select(CategoryChoice choice) {
    SegmentCounts counts = new SegmentCounts(choice.labels().size());
    for (int i = 0; i < categories.length; i++) {
      int position = choice.position(categories[i]);
      if (position >= 0) {
        addTo(counts, i, position);
      }
    }
    return new ImageSegments(counts);
  }

  private void addTo(SegmentCounts sums, int i, int category) {
    sums.add(
        category, iouSum[i], overlapSum[i], truePositives[i], falsePositives[i], falseNegatives[i]);
  }
}
