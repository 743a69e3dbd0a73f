package io.github.segbench.metrics.panoptic;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import java.util.HashSet;
import java.util.Set;

/** The matching rules of PQ as they read, with a loop over the pixels for every question. */
final class NaivePanoptic {
  private NaivePanoptic() {}

  static SegmentCounts match(
      LabelSet labels, PanopticSegmentation truth, PanopticSegmentation prediction) {
    SegmentCounts counts = new SegmentCounts(labels.size());
    Set<Segment> matched = new HashSet<>();
    for (Segment object : truth.segments()) {
      if (object.crowd()) {
        continue;
      }
      boolean found = false;
      for (Segment segment : prediction.segments()) {
        double iou = iou(truth, prediction, object.id(), segment.id());
        if (object.category() == segment.category() && iou > 0.5) {
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
    return (double) common / union;
  }
}
