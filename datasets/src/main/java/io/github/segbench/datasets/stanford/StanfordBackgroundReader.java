package io.github.segbench.datasets.stanford;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.FilesByName;
import io.github.segbench.datasets.files.SplitErrors;
import io.github.segbench.datasets.pixels.LabelCoding;
import io.github.segbench.datasets.pixels.LabelFile;
import io.github.segbench.datasets.pixels.ValueTable;
import io.github.segbench.formats.labels.IdTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    LabelCoding coding = new ValueTable(regions(spec));
    SortedMap<String, Path> images = FilesByName.of(folder(spec, IMAGES), JPEG).files();
    FilesByName regions = FilesByName.of(folder(spec, LABELS), REGIONS);
    List<FileSample> samples = new ArrayList<>();
    images.forEach(
        (id, image) -> {
          Path file = regions.labelsOf(spec, id, image);
          samples.add(new FileSample(id, image, new LabelFile(file, coding)));
        });
    if (samples.isEmpty()) {
      throw SplitErrors.error(spec, "no *" + JPEG + " in " + folder(spec, IMAGES));
    }
    return new FileDataset(
        spec, Set.of(SegmentationTask.SEMANTIC), samples, regions.without(images.keySet()));
  }

  /** The ids as they are; negative numbers, which are read as 65535, are void. */
  private static IdTable regions(DatasetSpec spec) {
    LabelSet labels = spec.labels();
    if (labels.ignoreId().isEmpty()) {
      throw SplitErrors.error(
          spec, "labels '" + labels.id() + "' have no ignore id, expected one for negative labels");
    }
    Map<Integer, Integer> ids = new HashMap<>();
    labels.categories().forEach(category -> ids.put(category.id(), category.id()));
    ids.put(LabelSet.MAX_ID, labels.ignoreId().getAsInt());
    return new IdTable(ids, IdTable.NONE);
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
