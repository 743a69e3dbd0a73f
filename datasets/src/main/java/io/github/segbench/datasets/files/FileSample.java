package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.FormatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/** An image file and what annotates it. */
public record FileSample(String id, StoredImage stored, Annotation annotation) implements Sample {
  public FileSample {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(stored, "stored");
    Objects.requireNonNull(annotation, "annotation");
  }

  /** A sample whose image has a file of its own. */
  public FileSample(String id, Path imageFile, Annotation annotation) {
    this(id, new StoredImage.Whole(imageFile), annotation);
  }

  /** The file that the image is in. */
  public Path imageFile() {
    return stored.file();
  }

  @Override
  public byte[] encodedImage() {
    try {
      return stored.encoded();
    } catch (IOException e) {
      throw new DatasetException(imageFile() + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public RgbImage image() {
    try {
      return ImageCodec.decode(encodedImage(), imageFile().toString());
    } catch (IOException e) {
      throw new DatasetException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Segmentations groundTruth() {
    return load().groundTruth();
  }

  @Override
  public AnnotatedImage load() {
    RgbImage image = image();
    Segmentations truth = truth();
    if (truth.width() != image.width() || truth.height() != image.height()) {
      throw new DatasetException(
          annotation.files().get(0)
              + ": labels of image '"
              + id
              + "' are "
              + truth.width()
              + "x"
              + truth.height()
              + ", expected "
              + image.width()
              + "x"
              + image.height()
              + " as in "
              + imageFile());
    }
    return new AnnotatedImage(image, truth);
  }

  private Segmentations truth() {
    try {
      return annotation.read();
    } catch (FormatException e) {
      throw new DatasetException(String.valueOf(e.getMessage()), e);
    }
  }
}
