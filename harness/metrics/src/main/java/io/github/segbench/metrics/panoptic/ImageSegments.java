package io.github.segbench.metrics.panoptic;

import java.util.stream.IntStream;

/** The segment counts of one image, kept small: the categories that occur in it alone. */
final class ImageSegments {
  private final int categories;
  private final int[] index;
  private final double[] iouSum;
  private final int[] truePositives;
  private final int[] falsePositives;
  private final int[] falseNegatives;

  ImageSegments(SegmentCounts counts) {
    categories = counts.size();
    index = IntStream.range(0, categories).filter(counts::occurs).toArray();
    iouSum = IntStream.of(index).mapToDouble(counts::iouSum).toArray();
    truePositives = IntStream.of(index).map(c -> (int) counts.truePositives(c)).toArray();
    falsePositives = IntStream.of(index).map(c -> (int) counts.falsePositives(c)).toArray();
    falseNegatives = IntStream.of(index).map(c -> (int) counts.falseNegatives(c)).toArray();
  }

  /** Adds the image to sums, {@code times} times. */
  void addTo(SegmentCounts sums, int times) {
    for (int i = 0; i < index.length; i++) {
      sums.add(index[i], times, iouSum[i], truePositives[i], falsePositives[i], falseNegatives[i]);
    }
  }

  /** The counts of this image alone. */
  SegmentCounts expand() {
    SegmentCounts counts = new SegmentCounts(categories);
    addTo(counts, 1);
    return counts;
  }
}
