package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.labels.KnownIds;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An image file and the label PNG file that belongs to it. */
record FolderSample(String id, Path imageFile, Path labelFile, LabelSet labels) implements Sample {
  @Override
  public byte[] encodedImage() {
    try {
      return Files.readAllBytes(imageFile);
    } catch (IOException e) {
      throw new DatasetException(imageFile + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public RgbImage image() {
    try {
      return ImageCodec.decode(encodedImage(), imageFile.toString());
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
    LabelMap map = labelMap();
    if (map.width() != image.width() || map.height() != image.height()) {
      throw new DatasetException(
          labelFile
              + ": labels are "
              + map.width()
              + "x"
              + map.height()
              + ", expected "
              + image.width()
              + "x"
              + image.height()
              + " as in "
              + imageFile);
    }
    return new AnnotatedImage(image, Segmentations.of(new SemanticSegmentation(map)));
  }

  private LabelMap labelMap() {
    try {
      LabelMap map = LabelPng.read(labelFile);
      KnownIds.require(map, labels, labelFile.toString());
      return map;
    } catch (FormatException e) {
      throw new DatasetException(String.valueOf(e.getMessage()), e);
    }
  }
}
