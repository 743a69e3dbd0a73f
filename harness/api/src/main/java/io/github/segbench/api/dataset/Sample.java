package io.github.segbench.api.dataset;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Segmentations;

/**
 * A handle on one image of a data set and its ground truth. It holds no pixels: each call reads
 * anew. Safe to use from many threads.
 */
public interface Sample {
  /** Unique within the data set; a file name without folder and ending where there is a file. */
  String id();

  /**
   * The compressed image file (JPEG, PNG, ...). A generated data set encodes its image as PNG.
   *
   * @throws DatasetException if the file cannot be read
   */
  byte[] encodedImage();

  /**
   * The decoded image.
   *
   * @throws DatasetException if the file is missing or corrupt
   */
  RgbImage image();

  /**
   * The annotation, for each task that the data set has; of the same size as the image.
   *
   * @throws DatasetException if a file is missing or corrupt, has another size than the image, or
   *     an id that is not in the label set
   */
  Segmentations groundTruth();

  /**
   * Image and ground truth at once, for data sets where that costs less than one after the other.
   */
  default AnnotatedImage load() {
    return new AnnotatedImage(image(), groundTruth());
  }
}
