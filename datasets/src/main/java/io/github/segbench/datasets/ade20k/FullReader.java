package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.dataset.DatasetReader;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FolderNames;
import io.github.segbench.datasets.files.SplitErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the full ADE20K, as of 2016 or as of 2021, with the classes of the scene parsing challenge.
 */
public final class FullReader implements DatasetReader {
  private static final String ROOT = "root";

  /** Where the folders of the splits lie as of 2021, as of 2016, and in a copy of them alone. */
  private static final List<String> FOLDERS = List.of("images/ADE", "images", "");

  @Override
  public String id() {
    return "ade20k-full";
  }

  @Override
  public String description() {
    return "The full ADE20K of 2016 or 2021: images with a _seg.png beside them, in any folders";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        OptionSpec.path(ROOT, "The folder that has images/, or the splits themselves.")
            .asRequired());
  }

  @Override
  public SortedSet<String> splits(DatasetSpec spec) {
    return new TreeSet<>(folders(spec).keySet());
  }

  @Override
  public Dataset open(DatasetSpec spec) {
    SortedMap<String, Path> splits = folders(spec);
    Path folder = splits.get(spec.split());
    if (folder == null) {
      throw SplitErrors.unknownSplit(spec, new TreeSet<>(splits.keySet()));
    }
    ChallengeClasses.require(spec);
    if (spec.labels().ignoreId().isEmpty()) {
      throw SplitErrors.error(
          spec, "labels '" + spec.labels().id() + "' have no ignore id for all other classes");
    }
    FullListing listing = FullListing.of(spec, folder);
    return new FileDataset(
        spec, EnumSet.allOf(SegmentationTask.class), listing.samples(), listing.rest());
  }

  /** The folders of the splits by name. */
  private static SortedMap<String, Path> folders(DatasetSpec spec) {
    Path root = spec.options().path(ROOT);
    SplitErrors.requireFolder(spec, root);
    SortedMap<String, Path> splits = new TreeMap<>();
    for (String name : FOLDERS) {
      Path folder = root.resolve(name);
      if (splits.isEmpty() && Files.isDirectory(folder)) {
        for (String split : FolderNames.of(folder).folders()) {
          if (FullListing.hasImages(folder.resolve(split))) {
            splits.put(split, folder.resolve(split));
          }
        }
      }
    }
    return splits;
  }
}
