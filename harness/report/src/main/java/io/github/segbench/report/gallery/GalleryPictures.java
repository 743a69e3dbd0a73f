package io.github.segbench.report.gallery;

import java.util.Objects;

/** The four pictures of one image and one model, of one size. */
public record GalleryPictures(
    EmbeddedImage image, EmbeddedImage truth, EmbeddedImage prediction, EmbeddedImage errors) {
  public GalleryPictures {
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(truth, "truth");
    Objects.requireNonNull(prediction, "prediction");
    Objects.requireNonNull(errors, "errors");
  }
}
