package io.github.segbench.metrics.panoptic;

import java.util.List;

/**
 * The segment counts of many images in one row of arrays, image after image, so that the sums of
 * thousands of resamples are quick.
 */
final class SegmentRecords {
  private final int categories;

  /** Where the records of an image begin, {@code [images + 1]}. */
  private final int[] starts;

  private final int[] category;
  private final double[] iouSum;
  private final double[] overlapSum;
  private final int[] truePositives;
  private final int[] falsePositives;
  private final int[] falseNegatives;

  /**
   * @param categories size of the label set
   */
  SegmentRecords(int categories, List<ImageSegments> images) {
    this.categories = categories;
    starts = new int[images.size() + 1];
    for (int i = 0; i < images.size(); i++) {
      starts[i + 1] = starts[i] + images.get(i).size();
    }
    int records = starts[images.size()];
    category = new int[records];
    iouSum = new double[records];
    overlapSum = new double[records];
    truePositives = new int[records];
    falsePositives = new int[records];
    falseNegatives = new int[records];
    int next = 0;
    for (ImageSegments image : images) {
      for (int i = 0; i < image.size(); i++) {
        category[next] = image.category(i);
        iouSum[next] = image.iouSum(i);
        overlapSum[next] = image.overlapSum(i);
        truePositives[next] = image.truePositives(i);
        falsePositives[next] = image.falsePositives(i);
        falseNegatives[next] = image.falseNegatives(i);
        next++;
      }
    }
  }

  /**
   * The sums over a multiset of images, added in their order.
   *
   * @param multiplicities {@code [images]}
   */
  SegmentCounts sum(int[] multiplicities) {
    SegmentCounts sums = new SegmentCounts(categories);
    for (int image = 0; image < multiplicities.length; image++) {
      int times = multiplicities[image];
      for (int r = starts[image]; times > 0 && r < starts[image + 1]; r++) {
        sums.add(
            category[r],
            times,
            iouSum[r],
            overlapSum[r],
            truePositives[r],
            falsePositives[r],
            falseNegatives[r]);
      }
    }
    return sums;
  }
}
