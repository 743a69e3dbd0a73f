package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.metrics.evaluation.Convention;

/**
 * What a convention says about semantic metrics.
 *
 * @param averaging which classes a mean counts
 * @param perImage whether numbers are means over images of the image's own number, rather than
 *     ratios of counts summed over the data set
 */
record SemanticConvention(ClassAveraging averaging, boolean perImage) {
  /**
   * @throws IllegalArgumentException if it is a convention of another task
   */
  static SemanticConvention of(Convention convention) {
    return switch (convention) {
      case STANDARD, VOC2012, CITYSCAPES -> new SemanticConvention(ClassAveraging.OCCURRING, false);
      case ADE20K_CHALLENGE, CAMVID11 -> new SemanticConvention(ClassAveraging.EVERY, false);
      case DETECTRON2 -> new SemanticConvention(ClassAveraging.ANNOTATED, false);
      case PER_IMAGE -> new SemanticConvention(ClassAveraging.OCCURRING, true);
      case COCO, CITYSCAPES_INSTANCES, COCO_PANOPTIC ->
          throw new IllegalArgumentException(
              convention.id() + " is no convention of " + SegmentationTask.SEMANTIC.id());
    };
  }
}
