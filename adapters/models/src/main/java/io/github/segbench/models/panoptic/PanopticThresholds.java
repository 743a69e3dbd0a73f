package io.github.segbench.models.panoptic;

/**
 * The numbers of the panoptic head.
 *
 * @param score detections must have more, compared in float32 as scores are
 * @param boxOverlap a box falls when its IoU with a better one, of any class, is more
 * @param maskOverlap a mask falls when a larger share of it is taken by better ones of its class
 * @param minStuffPixels smaller stuff becomes void; counted at the network's resolution
 * @param minThingPixels smaller things become void; counted likewise
 */
public record PanopticThresholds(
    double score, double boxOverlap, double maskOverlap, long minStuffPixels, long minThingPixels) {
  /** Those of the bundled UPSNet. */
  public static final PanopticThresholds DEFAULTS = new PanopticThresholds(0.5, 0.5, 0.3, 64, 6);
}
