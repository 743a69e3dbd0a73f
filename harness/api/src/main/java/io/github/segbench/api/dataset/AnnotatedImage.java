package io.github.segbench.api.dataset;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.Objects;

/** A decoded image with its ground truth, of the same size. */
public record AnnotatedImage(RgbImage image, Segmentations groundTruth) {
  public AnnotatedImage {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(groundTruth, "groundTruth");
  }
}
