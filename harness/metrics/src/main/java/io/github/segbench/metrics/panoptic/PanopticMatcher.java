package io.github.segbench.metrics.panoptic;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.metrics.evaluation.ImagePair;
import io.github.segbench.metrics.evaluation.MetricException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Matches the predicted segments of an image with the true ones: same category and IoU above 0.5,
 * which no two predictions can reach on one truth.
 *
 * <p>Source: cocodataset/panopticapi, panopticapi/evaluation.py, {@code pq_compute_single_core};
 * Kirillov et al. 2019, Panoptic segmentation, section 4. With boundaries: the function of the same
 * name in bowenc0221/boundary-iou-api, boundary_iou/coco_panoptic_api/evaluation.py.
 *
 * <p>Keeps its buffers for the next image; for one thread.
 */
public final class PanopticMatcher {
  private static final double MATCH_IOU = 0.5;
  private static final double IGNORED_SHARE = 0.5;
  private static final int NONE = -1;

  private final LabelSet labels;
  private final PanopticOverlap overlap;
  private final OverlapCounter counter = new OverlapCounter();

  /** Matches by the IoU of masks. */
  public PanopticMatcher(LabelSet labels) {
    this(labels, PanopticOverlap.MASK);
  }

  public PanopticMatcher(LabelSet labels, PanopticOverlap overlap) {
    this.labels = Objects.requireNonNull(labels, "labels");
    this.overlap = Objects.requireNonNull(overlap, "overlap");
  }

  /**
   * The counts of one image.
   *
   * @throws MetricException if the prediction has pixels of a segment that is not listed, or lists
   *     one without pixels, or a segment has a category that the label set lacks
   */
  public SegmentCounts match(ImagePair<PanopticSegmentation> image) {
    List<Segment> truth = image.truth().segments();
    List<Segment> prediction = image.prediction().segments();
    int[] trueCategories = categories("ground truth", truth);
    int[] predictedCategories = categories("prediction", prediction);
    SegmentOverlaps overlaps = counter.ofMasks(image);
    requireSound(prediction, overlaps);

    PairIou iou = iou(image, overlaps);
    SegmentCounts counts = new SegmentCounts(labels.size());
    int[] crowds = lastCrowds(truth, trueCategories);
    int[] ignored = new int[prediction.size()];
    double[] matchedIou = new double[truth.size()];
    boolean[] matched = new boolean[prediction.size()];
    for (int pair = 0; pair < overlaps.pairs(); pair++) {
      int t = overlaps.truth(pair) - 1;
      int p = overlaps.prediction(pair) - 1;
      if (overlaps.isListed(pair) && trueCategories[t] == predictedCategories[p]) {
        if (truth.get(t).crowd()) {
          ignored[p] += crowds[trueCategories[t]] == t ? overlaps.pixels(pair) : 0;
        } else {
          double pairIou = iou.of(t + 1, p + 1);
          counts.addOverlap(trueCategories[t], pairIou);
          if (pairIou > MATCH_IOU) {
            matchedIou[t] = pairIou;
            matched[p] = true;
          }
        }
      }
    }
    countTruths(truth, trueCategories, matchedIou, counts);
    for (int p = 0; p < matched.length; p++) {
      int excused = ignored[p] + overlaps.voidArea(p + 1);
      if (!matched[p] && (double) excused / overlaps.predictionArea(p + 1) <= IGNORED_SHARE) {
        counts.addFalsePositive(predictedCategories[p]);
      }
    }
    return counts;
  }

  private PairIou iou(ImagePair<PanopticSegmentation> image, SegmentOverlaps masks) {
    return switch (overlap) {
      case MASK -> masks::iou;
      case BOUNDARY -> {
        SegmentOverlaps boundaries = counter.ofBoundaries(image);
        yield (t, p) -> Math.min(masks.iou(t, p), boundaries.iou(t, p));
      }
    };
  }

  /** Matched or missed, in the order of the list: sums of IoU do not depend on where pixels lie. */
  private static void countTruths(
      List<Segment> truth, int[] categories, double[] matchedIou, SegmentCounts counts) {
    for (int t = 0; t < categories.length; t++) {
      if (matchedIou[t] > 0) {
        counts.addTruePositive(categories[t], matchedIou[t]);
      } else if (!truth.get(t).crowd()) {
        counts.addFalseNegative(categories[t]);
      }
    }
  }

  /** For each category its last crowd, the one that the reference remembers, or {@link #NONE}. */
  private int[] lastCrowds(List<Segment> truth, int[] categories) {
    int[] crowds = new int[labels.size()];
    Arrays.fill(crowds, NONE);
    for (int t = 0; t < categories.length; t++) {
      if (truth.get(t).crowd()) {
        crowds[categories[t]] = t;
      }
    }
    return crowds;
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

  private static void requireSound(List<Segment> prediction, SegmentOverlaps overlaps) {
    for (int pair = 0; pair < overlaps.pairs(); pair++) {
      if (overlaps.isUnlistedPrediction(overlaps.prediction(pair))) {
        throw error(
            "the prediction has pixels of segment %d, which is not among its segments",
            overlaps.predictedId(pair));
      }
    }
    for (int p = 0; p < prediction.size(); p++) {
      if (overlaps.predictionArea(p + 1) == 0) {
        throw error("the prediction lists segment %d, which has no pixel", prediction.get(p).id());
      }
    }
  }

  private static MetricException error(String message, Object... arguments) {
    return new MetricException(String.format(Locale.ROOT, message, arguments));
  }

  /** The IoU by which a true and a predicted segment match, given by their indices. */
  private interface PairIou {
    double of(int truth, int prediction);
  }
}
