package io.github.segbench.api.segmentation;

import java.util.Objects;

/** A category id per pixel. */
public record SemanticSegmentation(LabelMap labels) implements Segmentation {
  public SemanticSegmentation {
    Objects.requireNonNull(labels, "labels");
  }

  @Override
  public SegmentationTask task() {
    return SegmentationTask.SEMANTIC;
  }

  @Override
  public int width() {
    return labels.width();
  }

  @Override
  public int height() {
    return labels.height();
  }
}
