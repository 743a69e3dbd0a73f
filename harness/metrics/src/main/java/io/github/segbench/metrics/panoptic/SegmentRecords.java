package io.github.segbench.metrics.panoptic;

import java.util.List;

/**
 * The segment counts of many images in one row of arrays, category after category, so that the sums
 * of thousands of resamples are quick: each is added up in a register.
 */
final class SegmentRecords {
  /** Where the records of a category begin, {@code [categories + 1]}. */
  private final int[] starts;

  /** The position of the image of each record, ascending within a category. */
  private final int[] image;

  private final double[] iouSum;
  private final double[] overlapSum;
  private final int[] truePositives;
  private final int[] falsePositives;
  private final int[] falseNegatives;

  /**
   * @param categories size of the label set
   */
  SegmentRecords(int categories, List<ImageSegments> images) {
    starts = new int[categories + 1];
    for (ImageSegments segments : images) {
      for (int i = 0; i < segments.size(); i++) {
        starts[segments.category(i) + 1]++;
      }
    }
    for (int c = 0; c < categories; c++) {
      starts[c + 1] += starts[c];
    }
    int records = starts[categories];
    image = new int[records];
    iouSum = new double[records];
    overlapSum = new double[records];
    truePositives = new int[records];
    falsePositives = new int[records];
    falseNegatives = new int[records];
    int[] next = starts.clone();
    for (int position = 0; position < images.size(); position++) {
      ImageSegments segments = images.get(position);
      for (int i = 0; i < segments.size(); i++) {
        int record = next[segments.category(i)]++;
        image[record] = position;
        iouSum[record] = segments.iouSum(i);
        overlapSum[record] = segments.overlapSum(i);
        truePositives[record] = segments.truePositives(i);
        falsePositives[record] = segments.falsePositives(i);
        falseNegatives[record] = segments.falseNegatives(i);
      }
    }
  }

  /**
   * The sums over a multiset of images, added in the order of the images.
   *
   * @param multiplicities {@code [images]}
   */
  SegmentCounts sum(int[] multiplicities) {
    SegmentCounts sums = new SegmentCounts(starts.length - 1);
    for (int category = 0; category < starts.length - 1; category++) {
      double iou = 0;
      double overlap = 0;
      long matched = 0;
      long wrong = 0;
      long missed = 0;
      for (int r = starts[category]; r < starts[category + 1]; r++) {
        int times = multiplicities[image[r]];
        iou += times * iouSum[r];
        overlap += times * overlapSum[r];
        matched += (long) times * truePositives[r];
        wrong += (long) times * falsePositives[r];
        missed += (long) times * falseNegatives[r];
      }
      sums.add(category, iou, overlap, matched, wrong, missed);
    }
    return sums;
  }
}
