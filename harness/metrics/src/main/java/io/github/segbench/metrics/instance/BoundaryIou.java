package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.metrics.boundary.MaskBoundary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The smaller of the IoU of the masks and the IoU of their boundaries; over a crowd, whose outline
 * says nothing, intersection / area of the detection, of the masks. Keeps buffers: an object for
 * each thread.
 *
 * <p>Source: Cheng et al. 2021; bowenc0221/boundary-iou-api,
 * boundary_iou/coco_instance_api/cocoeval.py, {@code computeBoundaryIoU}.
 */
public final class BoundaryIou implements OverlapMeasure {
  private final MaskIou masks = new MaskIou();
  private final MaskBoundary boundary = new MaskBoundary();

  /**
   * The overlaps that matching looks at. No threshold is below 0.5, so where the masks overlap by
   * less, the boundaries cannot change that it is no match, and are not computed: what stands there
   * is the IoU of the masks, which is at least the overlap. Nearly all pairs are such pairs.
   */
  @Override
  public double[][] between(List<Instance> detections, List<Instance> truths) {
    double[][] overlaps = masks.between(detections, truths);
    @Nullable Mask[] truthBoundaries = new Mask[truths.size()];
    for (int d = 0; d < overlaps.length; d++) {
      Mask detectionBoundary = null;
      for (int t = 0; t < overlaps[d].length; t++) {
        if (overlaps[d][t] < CocoThresholds.iou(0) || truths.get(t).crowd()) {
          continue;
        }
        if (detectionBoundary == null) {
          detectionBoundary = boundary.of(detections.get(d).mask());
        }
        Mask truthBoundary = truthBoundaries[t];
        if (truthBoundary == null) {
          truthBoundary = boundary.of(truths.get(t).mask());
          truthBoundaries[t] = truthBoundary;
        }
        overlaps[d][t] =
            Math.min(overlaps[d][t], MaskIou.of(detectionBoundary, truthBoundary, false));
      }
    }
    return overlaps;
  }

  /**
   * The overlap of one pair.
   *
   * @param crowd whether the truth is one
   * @throws IllegalArgumentException if the masks have different sizes
   */
  public double of(Mask detection, Mask truth, boolean crowd) {
    double overlap = MaskIou.of(detection, truth, crowd);
    return crowd || overlap == 0
        ? overlap
        : Math.min(overlap, MaskIou.of(boundary.of(detection), boundary.of(truth), false));
  }
}
