package io.github.segbench.metrics.panoptic;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.metrics.boundary.MaskBoundary;
import io.github.segbench.metrics.boundary.NaiveBoundary;
import java.util.HashSet;
import java.util.Set;

/** The matching rules of PQ as they read, with a loop over the pixels for every question. */
final class NaivePanoptic {
  private NaivePanoptic() {}

  static SegmentCounts match(
      LabelSet labels,
      PanopticOverlap overlap,
      PanopticSegmentation truth,
      PanopticSegmentation prediction) {
    SegmentCounts counts = new SegmentCounts(labels.size());
    Set<Segment> matched = new HashSet<>();
    for (Segment object : truth.segments()) {
      if (object.crowd()) {
        continue;
      }
      boolean found = false;
      for (Segment segment : prediction.segments()) {
        if (object.category() != segment.category()) {
          continue;
        }
        double iou = iou(truth, prediction, object.id(), segment.id());
        if (overlap == PanopticOverlap.BOUNDARY) {
          iou = Math.min(iou, boundaryIou(truth, prediction, object.id(), segment.id()));
        }
        counts.addOverlap(labels.indexOf(object.category()), iou);
        if (iou > 0.5) {
          counts.addTruePositive(labels.indexOf(object.category()), iou);
          matched.add(segment);
          found = true;
        }
      }
      if (!found) {
        counts.addFalseNegative(labels.indexOf(object.category()));
      }
    }
    for (Segment segment : prediction.segments()) {
      int crowd = -1;
      for (Segment object : truth.segments()) {
        if (object.crowd() && object.category() == segment.category()) {
          crowd = object.id();
        }
      }
      int area = 0;
      int ignored = 0;
      for (int i = 0; i < prediction.segmentIds().length; i++) {
        if (prediction.segmentIds()[i] == segment.id()) {
          int below = truth.segmentIds()[i];
          area++;
          ignored += below == 0 || below == crowd ? 1 : 0;
        }
      }
      if (!matched.contains(segment) && ignored / (double) area <= 0.5) {
        counts.addFalsePositive(labels.indexOf(segment.category()));
      }
    }
    return counts;
  }

  private static double boundaryIou(
      PanopticSegmentation truth, PanopticSegmentation prediction, int object, int segment) {
    int width = truth.width();
    int height = truth.height();
    int distance = MaskBoundary.width(width, height);
    boolean[] trueBoundary =
        NaiveBoundary.boundary(width, height, truth.segmentIds(), object, distance);
    boolean[] predictedBoundary =
        NaiveBoundary.boundary(width, height, prediction.segmentIds(), segment, distance);
    int common = 0;
    int union = 0;
    for (int i = 0; i < trueBoundary.length; i++) {
      boolean predicted = predictedBoundary[i] && truth.segmentIds()[i] != 0;
      common += trueBoundary[i] && predicted ? 1 : 0;
      union += trueBoundary[i] || predicted ? 1 : 0;
    }
    return union == 0 ? 0 : (double) common / union;
  }

  private static double iou(
      PanopticSegmentation truth, PanopticSegmentation prediction, int object, int segment) {
    int common = 0;
    int union = 0;
    for (int i = 0; i < truth.segmentIds().length; i++) {
      boolean isObject = truth.segmentIds()[i] == object;
      boolean isSegment = prediction.segmentIds()[i] == segment && truth.segmentIds()[i] != 0;
      common += isObject && isSegment ? 1 : 0;
      union += isObject || isSegment ? 1 : 0;
    }
    return union == 0 ? 0 : (double) common / union;
  }
}
