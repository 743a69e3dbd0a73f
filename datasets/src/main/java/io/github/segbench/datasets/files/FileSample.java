package io.github.segbench.datasets.files;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.ImageSize;
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

  /** Reads of the image what says its size, and no pixel. */
  @Override
  public Segmentations groundTruth() {
    Segmentations truth = truth();
    try {
      requireSize(truth, stored.size());
    } catch (IOException e) {
      throw new DatasetException(String.valueOf(e.getMessage()), e);
    }
    return truth;
  }

  @Override
  public AnnotatedImage load() {
    RgbImage image = image();
    Segmentations truth = truth();
    requireSize(truth, new ImageSize(image.width(), image.height()));
    return new AnnotatedImage(image, truth);
  }

  private void requireSize(Segmentations truth, ImageSize image) {
    ImageSize labels = new ImageSize(truth.width(), truth.height());
    if (!labels.equals(image)) {
      throw new DatasetException(
          annotation.files().get(0)
              + ": labels of image '"
              + id
              + "' are "
              + labels
              + ", expected "
              + image
              + " as in "
              + imageFile());
    }
  }

  private Segmentations truth() {
    try {
      return annotation.read();
    } catch (FormatException e) {
      throw new DatasetException(String.valueOf(e.getMessage()), e);
    }
  }
}
