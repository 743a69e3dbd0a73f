package io.github.segbench.models.panoptic;

import io.github.segbench.models.instance.Detection;
import java.util.ArrayList;
import java.util.List;

/** Class-agnostic non-maximum suppression of boxes, as torchvision's {@code nms}. */
final class BoxSuppression {
  private final double threshold;

  /**
   * @param threshold a box falls when its IoU with a kept, better one is more
   */
  BoxSuppression(double threshold) {
    this.threshold = threshold;
  }

  /**
   * @param detections by descending score
   * @return the kept ones, in the same order
   */
  List<Detection> apply(List<Detection> detections) {
    List<Detection> kept = new ArrayList<>();
    for (Detection candidate : detections) {
      boolean free =
          kept.stream()
              .noneMatch(better -> better.box().intersectionOverUnion(candidate.box()) > threshold);
      if (free) {
        kept.add(candidate);
      }
    }
    return kept;
  }
}
