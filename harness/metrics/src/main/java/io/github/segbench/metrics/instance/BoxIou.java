package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Instance;
import java.util.List;

/**
 * Intersection over union of boxes; over a crowd it is intersection / area of the detection.
 *
 * <p>Source: cocodataset/cocoapi, common/maskApi.c, {@code bbIou}, whose order of operations gives
 * the same bits.
 */
public final class BoxIou implements OverlapMeasure {
  @Override
  public double[][] between(List<Instance> detections, List<Instance> truths) {
    double[][] overlaps = new double[detections.size()][truths.size()];
    for (int d = 0; d < overlaps.length; d++) {
      BoundingBox box = detections.get(d).box();
      for (int t = 0; t < overlaps[d].length; t++) {
        Instance truth = truths.get(t);
        overlaps[d][t] = of(box, truth.box(), truth.crowd());
      }
    }
    return overlaps;
  }

  /**
   * The overlap of one pair; 0 if they have no common area, or a coordinate is not a number.
   *
   * @param crowd whether the truth is one
   */
  public static double of(BoundingBox detection, BoundingBox truth, boolean crowd) {
    double width =
        Math.min(detection.width() + detection.x(), truth.width() + truth.x())
            - Math.max(detection.x(), truth.x());
    double height =
        Math.min(detection.height() + detection.y(), truth.height() + truth.y())
            - Math.max(detection.y(), truth.y());
    if (!(width > 0 && height > 0)) {
      return 0;
    }
    double intersection = width * height;
    double area = detection.width() * detection.height();
    double union = crowd ? area : area + truth.width() * truth.height() - intersection;
    return intersection / union;
  }
}
