package io.github.segbench.metrics.panoptic;

import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import java.util.List;

/**
 * The pixels of the segments of one image, and of the pairs of them that meet. Index 0 is void,
 * segment {@code i} of a list has index {@code i + 1}, ids that are not listed share the last
 * index.
 */
final class SegmentOverlaps {
  static final int VOID = 0;

  private final IdPairCounts counts;
  private final List<Segment> truth;
  private final List<Segment> prediction;
  private final int[] truthIndices;
  private final int[] predictionIndices;
  private final int[] truthAreas;
  private final int[] predictionAreas;
  private final int[] voidAreas;

  /**
   * @param counts of the ids of both maps; must not change as long as this is used
   * @param truth the listed segments
   * @param prediction the listed segments
   */
  SegmentOverlaps(IdPairCounts counts, List<Segment> truth, List<Segment> prediction) {
    this.counts = counts;
    this.truth = truth;
    this.prediction = prediction;
    SegmentIds trueIds = indices(truth);
    SegmentIds predictedIds = indices(prediction);
    truthAreas = new int[truth.size() + 2];
    predictionAreas = new int[prediction.size() + 2];
    voidAreas = new int[predictionAreas.length];
    truthIndices = new int[counts.size()];
    predictionIndices = new int[counts.size()];
    for (int pair = 0; pair < counts.size(); pair++) {
      int t = trueIds.indexOf(counts.truth(pair));
      int p = predictedIds.indexOf(counts.prediction(pair));
      truthIndices[pair] = t;
      predictionIndices[pair] = p;
      truthAreas[t] += counts.pixels(pair);
      predictionAreas[p] += counts.pixels(pair);
      if (t == VOID) {
        voidAreas[p] += counts.pixels(pair);
      }
    }
  }

  private static SegmentIds indices(List<Segment> segments) {
    int[] ids = new int[segments.size() + 1];
    ids[VOID] = PanopticSegmentation.VOID;
    for (int i = 0; i < segments.size(); i++) {
      ids[i + 1] = segments.get(i).id();
    }
    return new SegmentIds(ids, segments.size() + 1);
  }

  /** Number of pairs of ids that meet. */
  int pairs() {
    return truthIndices.length;
  }

  /** Index of the true segment of a pair. */
  int truth(int pair) {
    return truthIndices[pair];
  }

  /** Index of the predicted segment of a pair. */
  int prediction(int pair) {
    return predictionIndices[pair];
  }

  /** The predicted id of a pair. */
  int predictedId(int pair) {
    return counts.prediction(pair);
  }

  /** Pixels that a pair shares. */
  int pixels(int pair) {
    return counts.pixels(pair);
  }

  /** Whether both segments of a pair are listed. */
  boolean isListed(int pair) {
    return isListed(truthIndices[pair], truth) && isListed(predictionIndices[pair], prediction);
  }

  /** Whether an index is that of ids of the prediction that are not listed. */
  boolean isUnlistedPrediction(int index) {
    return index > prediction.size();
  }

  private static boolean isListed(int index, List<Segment> segments) {
    return index != VOID && index <= segments.size();
  }

  /** Pixels of a predicted segment. */
  int predictionArea(int index) {
    return predictionAreas[index];
  }

  /** Pixels of a predicted segment on void. */
  int voidArea(int index) {
    return voidAreas[index];
  }

  /**
   * IoU of two listed segments, the prediction without its pixels on void.
   *
   * @param t index of the true segment, which has pixels
   * @param p index of the predicted segment
   */
  double iou(int t, int p) {
    int common = counts.common(truth.get(t - 1).id(), prediction.get(p - 1).id());
    return (double) common / (predictionAreas[p] + truthAreas[t] - common - voidAreas[p]);
  }
}
