package io.github.segbench.datasets.stanford;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.FilesByName;
import io.github.segbench.datasets.files.SplitErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads the Stanford Background Dataset: {@code images/ID.jpg} and {@code labels/ID.regions.txt}.
 * Of the other label files, {@code .surfaces.txt} and {@code .layers.txt}, nothing is read.
 *
 * <p>Source: S. Gould, R. Fulton, D. Koller, Decomposing a Scene into Geometric and Semantically
 * Consistent Regions, ICCV 2009, and the README of the data.
 */
public final class StanfordBackgroundReader implements DatasetReader {
  private static final String ROOT = "root";
  private static final String ALL = "all";
  private static final String IMAGES = "images";
  private static final String LABELS = "labels";
  private static final String JPEG = ".jpg";
  private static final String REGIONS = ".regions.txt";

  @Override
  public String id() {
    return "stanford-background";
  }

  @Override
  public String description() {
    return "The Stanford Background Dataset: images/ID.jpg and labels/ID.regions.txt";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(OptionSpec.path(ROOT, "The folder that has images and labels.").asRequired());
  }

  @Override
  public Dataset open(DatasetSpec spec) {
    if (!splits(spec).contains(spec.split())) {
      throw SplitErrors.unknownSplit(spec, splits(spec));
    }
    if (spec.labels().ignoreId().isEmpty()) {
      throw SplitErrors.error(
          spec,
          "labels '"
              + spec.labels().id()
              + "' have no ignore id, expected one for negative labels");
    }
    SortedMap<String, Path> images = FilesByName.of(folder(spec, IMAGES), JPEG).files();
    FilesByName regions = FilesByName.of(folder(spec, LABELS), REGIONS);
    List<FileSample> samples = new ArrayList<>();
    images.forEach(
        (id, image) -> {
          Path file = regions.labelsOf(spec, id, image);
          samples.add(new FileSample(id, image, new RegionsFile(file, spec.labels())));
        });
    if (samples.isEmpty()) {
      throw SplitErrors.error(spec, "no *" + JPEG + " in " + folder(spec, IMAGES));
    }
    return new FileDataset(
        spec, Set.of(SegmentationTask.SEMANTIC), samples, regions.without(images.keySet()));
  }

  /** All images are one split: the paper's folds are random. */
  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    SplitErrors.requireFolder(spec, folder(spec, IMAGES));
    SplitErrors.requireFolder(spec, folder(spec, LABELS));
    return new TreeSet<>(Set.of(ALL));
  }

  private static Path folder(DatasetSpec spec, String name) {
    return spec.options().path(ROOT).resolve(name);
  }
}
