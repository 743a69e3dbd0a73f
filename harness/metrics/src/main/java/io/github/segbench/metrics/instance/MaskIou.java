package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.Instance;
import java.util.List;

/**
 * Intersection over union of masks; over a crowd it is intersection / area of the detection.
 *
 * <p>Source: cocodataset/cocoapi, common/maskApi.c, {@code rleIou}.
 */
public final class MaskIou implements OverlapMeasure {
  @Override
  public double[][] between(List<Instance> detections, List<Instance> truths) {
    List<BoundingBox> boxes = truths.stream().map(t -> t.mask().boundingBox()).toList();
    double[][] overlaps = new double[detections.size()][truths.size()];
    for (int d = 0; d < overlaps.length; d++) {
      Instance detection = detections.get(d);
      BoundingBox box = detection.mask().boundingBox();
      for (int t = 0; t < boxes.size(); t++) {
        if (meet(box, boxes.get(t))) {
          overlaps[d][t] = of(detection, truths.get(t));
        }
      }
    }
    return overlaps;
  }

  /**
   * The overlap of one pair; 0 if they have no common pixel.
   *
   * @throws IllegalArgumentException if the masks have different sizes
   */
  public static double of(Instance detection, Instance truth) {
    long intersection = detection.mask().intersectionArea(truth.mask());
    if (intersection == 0) {
      return 0;
    }
    long area = detection.mask().area();
    long union = truth.crowd() ? area : area + truth.mask().area() - intersection;
    return (double) intersection / union;
  }

  private static boolean meet(BoundingBox a, BoundingBox b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }
}
