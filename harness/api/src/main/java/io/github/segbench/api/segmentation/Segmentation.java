package io.github.segbench.api.segmentation;

/** A segmentation of one image under one task, at the image's own size. */
public sealed interface Segmentation
    permits SemanticSegmentation, InstanceSegmentation, PanopticSegmentation {
  SegmentationTask task();

  int width();

  int height();
}
