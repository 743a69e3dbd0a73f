package io.github.segbench.engine.chain;

import io.github.segbench.api.segmentation.Segmentations;
import java.util.List;

/**
 * The segmentations of a batch and how long the steps behind the network took.
 *
 * @param segmentations one for each image, in the model's own category ids
 * @param refineNanos the time of the post-processors on scores and segmentations; 0 without any
 */
public record Postprocessed(List<Segmentations> segmentations, long refineNanos) {
  public Postprocessed {
    segmentations = List.copyOf(segmentations);
  }
}
