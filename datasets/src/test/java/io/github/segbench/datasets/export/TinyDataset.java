package io.github.segbench.datasets.export;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** A data set in memory: labels 0 (ground) and 300 (car), void 255. */
record TinyDataset(List<Sample> samples) implements Dataset {

  @Override
  public String id() {
    return "tiny";
  }

  @Override
  public String split() {
    return "val";
  }

  @Override
  public LabelSet labels() {
    return new LabelSet(
        "tiny",
        List.of(new Category(0, "ground", false, 0), new Category(300, "car", true, 0xFF8000)),
        255);
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return samples.get(0).groundTruth().tasks();
  }

  @Override
  public String fingerprint() {
    return "0".repeat(64);
  }

  /** An image of one colour with the ground truth given; unreadable without any. */
  record TinySample(String id, RgbImage image, List<Segmentation> truth) implements Sample {
    TinySample(String id, int width, int height, Segmentation... truth) {
      this(id, new RgbImage(width, height, new byte[width * height * 3]), List.of(truth));
      image.pixels()[0] = (byte) id.length();
    }

    @Override
    public byte[] encodedImage() {
      try {
        return ImageCodec.encodePng(image);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Segmentations groundTruth() {
      if (truth.isEmpty()) {
        throw new DatasetException(id + ".png: cannot be read");
      }
      return Segmentations.of(truth.toArray(Segmentation[]::new));
    }
  }
}
