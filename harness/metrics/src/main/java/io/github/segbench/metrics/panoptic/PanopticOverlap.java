package io.github.segbench.metrics.panoptic;

/** Of what the IoU is by which segments match. */
public enum PanopticOverlap {
  /** Masks: PQ. */
  MASK("PQ"),
  /** Masks and boundaries, the smaller of both IoUs: Boundary PQ (Cheng et al. 2021). */
  BOUNDARY("boundaryPQ");

  private final String imageMetric;

  PanopticOverlap(String imageMetric) {
    this.imageMetric = imageMetric;
  }

  /** The standard name of the panoptic quality of a single image. */
  String imageMetric() {
    return imageMetric;
  }
}
