package io.github.segbench.datasets.shapes;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Segmentations;
import java.io.IOException;
import java.util.Locale;

/** One scene, generated whenever it is asked for. */
record ShapesSample(long seed, int size) implements Sample {
  @Override
  public String id() {
    return String.format(Locale.ROOT, "%07d", seed);
  }

  @Override
  public byte[] encodedImage() {
    try {
      return ImageCodec.encodePng(image());
    } catch (IOException e) {
      throw new DatasetException("scene " + id() + " cannot be encoded: " + e.getMessage(), e);
    }
  }

  @Override
  public RgbImage image() {
    return image(Scene.generate(seed, size));
  }

  @Override
  public Segmentations groundTruth() {
    return GroundTruth.of(Scene.generate(seed, size));
  }

  @Override
  public AnnotatedImage load() {
    Scene scene = Scene.generate(seed, size);
    return new AnnotatedImage(image(scene), GroundTruth.of(scene));
  }

  private static RgbImage image(Scene scene) {
    return new RgbImage(scene.size(), scene.size(), scene.rgb());
  }
}
