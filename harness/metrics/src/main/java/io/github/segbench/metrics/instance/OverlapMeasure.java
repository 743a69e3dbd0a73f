package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Instance;
import java.util.List;

/** How much detections overlap annotated objects: of masks, boxes or boundaries. */
@FunctionalInterface
public interface OverlapMeasure {
  /**
   * @return {@code [detections][truths]}, 0..1
   */
  double[][] between(List<Instance> detections, List<Instance> truths);
}
