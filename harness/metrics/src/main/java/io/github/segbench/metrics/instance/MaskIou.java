package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.Mask;
import java.util.List;

/**
 * Intersection over union of masks; over a crowd it is intersection / area of the detection.
 *
 * <p>Source: cocodataset/cocoapi, common/maskApi.c, {@code rleIou}.
 */
public final class MaskIou implements OverlapMeasure {
  @Override
  public double[][] between(List<Instance> detections, List<Instance> truths) {
    double[][] overlaps = new double[detections.size()][truths.size()];
    for (int d = 0; d < overlaps.length; d++) {
      Mask mask = detections.get(d).mask();
      for (int t = 0; t < overlaps[d].length; t++) {
        Instance truth = truths.get(t);
        overlaps[d][t] = of(mask, truth.mask(), truth.crowd());
      }
    }
    return overlaps;
  }

  /**
   * The overlap of one pair; 0 if they have no common pixel.
   *
   * @param crowd whether the truth is one
   * @throws IllegalArgumentException if the masks have different sizes
   */
  public static double of(Mask detection, Mask truth, boolean crowd) {
    long intersection = detection.intersectionArea(truth);
    if (intersection == 0) {
      return 0;
    }
    long area = detection.area();
    long union = crowd ? area : area + truth.area() - intersection;
    return (double) intersection / union;
  }
}
