package io.github.segbench.engine.dataset;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Samples that a test made, as a split. */
record MemoryDataset(
    String split, Set<SegmentationTask> tasks, List<Sample> samples, List<Path> filesWithoutImage)
    implements Dataset {
  static final LabelSet LABELS =
      new LabelSet(
          "three",
          List.of(
              new Category(0, "ground", false, 0),
              new Category(1, "car", true, 0),
              new Category(2, "dog", true, 0)),
          255);

  @Override
  public String id() {
    return "made";
  }

  @Override
  public LabelSet labels() {
    return LABELS;
  }

  @Override
  public String fingerprint() {
    return "ab".repeat(32);
  }

  /**
   * A black image.
   *
   * @param truth null if the image cannot be loaded
   */
  record MadeSample(String id, int width, int height, @Nullable Segmentations truth)
      implements Sample {
    static Sample of(String id, Segmentations truth) {
      return new MadeSample(id, truth.width(), truth.height(), truth);
    }

    static Sample corrupt(String id) {
      return new MadeSample(id, 1, 1, null);
    }

    @Override
    public byte[] encodedImage() {
      throw new UnsupportedOperationException(id);
    }

    @Override
    public RgbImage image() {
      if (truth == null) {
        throw new DatasetException("/data/" + id + ".png: corrupt image");
      }
      return new RgbImage(width, height, new byte[width * height * RgbImage.CHANNELS]);
    }

    @Override
    public Segmentations groundTruth() {
      if (truth == null) {
        throw new DatasetException("/data/" + id + ".png: corrupt image");
      }
      return truth;
    }
  }
}
