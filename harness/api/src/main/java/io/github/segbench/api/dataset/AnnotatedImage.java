package io.github.segbench.api.dataset;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.Objects;

/** A decoded image with its ground truth, of the same size. */
public record AnnotatedImage(RgbImage image, Segmentations groundTruth) {
  /**
   * @throws DatasetException if the sizes differ
   */
  public AnnotatedImage {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(groundTruth, "groundTruth");
    if (image.width() != groundTruth.width() || image.height() != groundTruth.height()) {
      throw new DatasetException(
          "the image has "
              + image.width()
              + "x"
              + image.height()
              + " pixels, its ground truth "
              + groundTruth.width()
              + "x"
              + groundTruth.height());
    }
  }
}
