package io.github.segbench.datasets.stanford;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.SplitErrors;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
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
  private static final String IMAGE = ".jpg";
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
    SortedMap<String, Path> images = files(spec, "images", IMAGE);
    SortedMap<String, Path> regions = files(spec, "labels", REGIONS);
    List<FileSample> samples = new ArrayList<>();
    for (Map.Entry<String, Path> image : images.entrySet()) {
      Path file = regions.remove(image.getKey());
      if (file == null) {
        throw SplitErrors.error(
            spec,
            "image "
                + image.getValue()
                + " has no labels "
                + folder(spec, "labels").resolve(image.getKey() + REGIONS));
      }
      samples.add(
          new FileSample(image.getKey(), image.getValue(), new RegionsFile(file, spec.labels())));
    }
    if (samples.isEmpty()) {
      throw SplitErrors.error(spec, "no *" + IMAGE + " in " + folder(spec, "images"));
    }
    return new FileDataset(
        spec, Set.of(SegmentationTask.SEMANTIC), samples, List.copyOf(regions.values()));
  }

  /** All images are one split: the paper's folds are random. */
  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    SplitErrors.requireFolder(spec, folder(spec, "images"));
    SplitErrors.requireFolder(spec, folder(spec, "labels"));
    return new TreeSet<>(Set.of(ALL));
  }

  private static Path folder(DatasetSpec spec, String name) {
    return spec.options().path(ROOT).resolve(name);
  }

  /** The files of a folder by what their names have before an ending. */
  private static SortedMap<String, Path> files(DatasetSpec spec, String folder, String ending) {
    SortedMap<String, Path> files = new TreeMap<>();
    Path path = folder(spec, folder);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        String name = String.valueOf(entry.getFileName());
        if (name.endsWith(ending) && !name.startsWith(".")) {
          files.put(name.substring(0, name.length() - ending.length()), entry);
        }
      }
    } catch (IOException e) {
      throw new DatasetException(path + ": cannot be listed (" + e.getMessage() + ")", e);
    }
    return files;
  }
}
