package io.github.segbench.metrics.panoptic;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.metrics.evaluation.ImagePair;
import io.github.segbench.metrics.evaluation.MetricException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Matches the predicted segments of an image with the true ones: same category and IoU above 0.5,
 * which no two predictions can reach on one truth.
 *
 * <p>Source: cocodataset/panopticapi, panopticapi/evaluation.py, {@code pq_compute_single_core};
 * Kirillov et al. 2019, Panoptic segmentation, section 4.
 */
public final class PanopticMatcher {
  private static final double MATCH_IOU = 0.5;
  private static final double IGNORED_SHARE = 0.5;
  private static final int NONE = -1;

  private final LabelSet labels;

  public PanopticMatcher(LabelSet labels) {
    this.labels = Objects.requireNonNull(labels, "labels");
  }

  /**
   * The counts of one image.
   *
   * @throws MetricException if the prediction has pixels of a segment that is not listed, or lists
   *     one without pixels, or a segment has a category that the label set lacks
   */
  public SegmentCounts match(ImagePair<PanopticSegmentation> image) {
    PanopticSegmentation truth = image.truth();
    PanopticSegmentation prediction = image.prediction();
    int[] trueCategories = categories("ground truth", truth.segments());
    int[] predictedCategories = categories("prediction", prediction.segments());
    SegmentOverlaps overlaps = new SegmentOverlaps(truth, prediction);
    int[] areas = predictionAreas(prediction, overlaps);

    SegmentCounts counts = new SegmentCounts(labels.size());
    boolean[] matched = new boolean[areas.length];
    int[] crowds = new int[labels.size()];
    Arrays.fill(crowds, NONE);
    for (int t = 0; t < trueCategories.length; t++) {
      int category = trueCategories[t];
      if (truth.segments().get(t).crowd()) {
        // The reference remembers the last crowd of a category.
        crowds[category] = t + 1;
      } else if (!matchTruth(t, category, predictedCategories, areas, overlaps, counts, matched)) {
        counts.addFalseNegative(category);
      }
    }
    for (int p = 0; p < areas.length; p++) {
      int category = predictedCategories[p];
      if (!matched[p] && !isExcused(p + 1, areas[p], crowds[category], overlaps)) {
        counts.addFalsePositive(category);
      }
    }
    return counts;
  }

  private static boolean matchTruth(
      int truth,
      int category,
      int[] predictedCategories,
      int[] areas,
      SegmentOverlaps overlaps,
      SegmentCounts counts,
      boolean[] matched) {
    int area = overlaps.truthArea(truth + 1);
    for (int p = 0; p < areas.length; p++) {
      int common = overlaps.common(truth + 1, p + 1);
      if (common > 0 && predictedCategories[p] == category) {
        int union = areas[p] + area - common - overlaps.common(SegmentOverlaps.VOID, p + 1);
        double iou = (double) common / union;
        if (iou > MATCH_IOU) {
          counts.addTruePositive(category, iou);
          matched[p] = true;
          return true;
        }
      }
    }
    return false;
  }

  /** Whether more than half of an unmatched prediction lies on void and its category's crowd. */
  private static boolean isExcused(int index, int area, int crowd, SegmentOverlaps overlaps) {
    int ignored = overlaps.common(SegmentOverlaps.VOID, index);
    if (crowd != NONE) {
      ignored += overlaps.common(crowd, index);
    }
    return (double) ignored / area > IGNORED_SHARE;
  }

  private int[] categories(String side, List<Segment> segments) {
    int[] indices = new int[segments.size()];
    for (int i = 0; i < indices.length; i++) {
      Segment segment = segments.get(i);
      indices[i] = labels.indexOf(segment.category());
      if (indices[i] < 0) {
        throw error(
            "segment %d of the %s has category %d, which labels %s lack",
            segment.id(), side, segment.category(), labels.id());
      }
    }
    return indices;
  }

  private static int[] predictionAreas(PanopticSegmentation prediction, SegmentOverlaps overlaps) {
    if (overlaps.predictionArea(overlaps.unlistedPrediction()) > 0) {
      throw error(
          "the prediction has pixels of segment %d, which is not among its segments",
          firstUnlisted(prediction));
    }
    int[] areas = new int[prediction.segments().size()];
    for (int i = 0; i < areas.length; i++) {
      areas[i] = overlaps.predictionArea(i + 1);
      if (areas[i] == 0) {
        throw error(
            "the prediction lists segment %d, which has no pixel",
            prediction.segments().get(i).id());
      }
    }
    return areas;
  }

  private static int firstUnlisted(PanopticSegmentation prediction) {
    List<Integer> listed =
        new ArrayList<>(prediction.segments().stream().map(Segment::id).toList());
    listed.add(PanopticSegmentation.VOID);
    return Arrays.stream(prediction.segmentIds())
        .filter(id -> !listed.contains(id))
        .findFirst()
        .orElseThrow();
  }

  private static MetricException error(String message, Object... arguments) {
    return new MetricException(String.format(Locale.ROOT, message, arguments));
  }
}
