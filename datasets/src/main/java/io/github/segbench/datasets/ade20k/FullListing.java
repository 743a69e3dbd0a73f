package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.FilesByName;
import io.github.segbench.datasets.files.FolderNames;
import io.github.segbench.datasets.files.SplitErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The images of one split of the full ADE20K, in folders of any depth. A folder that is named like
 * an image has the masks of its objects and is passed over: there are a million of them.
 */
final class FullListing {
  private static final List<String> IMAGES = List.of(".jpg");
  private static final List<String> SEGMENTS = List.of("_seg.png");

  private final DatasetSpec spec;
  private final SortedMap<String, FileSample> samples = new TreeMap<>();
  private final List<Path> rest = new ArrayList<>();

  private FullListing(DatasetSpec spec) {
    this.spec = spec;
  }

  /**
   * @throws DatasetException if an image has no {@code _seg.png}, or two images have one name
   */
  static FullListing of(DatasetSpec spec, Path folder) {
    FullListing listing = new FullListing(spec);
    listing.add(folder);
    return listing;
  }

  /** Whether a folder or one below it has an image. */
  static boolean hasImages(Path folder) {
    FolderNames names = FolderNames.of(folder);
    return !new FilesByName(names, IMAGES).files().isEmpty()
        || names.folders().stream().anyMatch(name -> hasImages(folder.resolve(name)));
  }

  private void add(Path folder) {
    FolderNames names = FolderNames.of(folder);
    SortedMap<String, Path> images = new FilesByName(names, IMAGES).files();
    FilesByName segments = new FilesByName(names, SEGMENTS);
    images.forEach((id, image) -> add(id, image, segments.labelsOf(spec, id, image)));
    rest.addAll(segments.without(images.keySet()));
    for (String below : names.folders()) {
      if (!images.containsKey(below)) {
        add(folder.resolve(below));
      }
    }
  }

  private void add(String id, Path image, Path file) {
    FileSample sample = new FileSample(id, image, new FullAnnotation(file, spec.labels()));
    FileSample other = samples.put(id, sample);
    if (other != null) {
      throw SplitErrors.error(
          spec, "two images of one name: " + other.imageFile() + " and " + image);
    }
  }

  /** By ascending id. */
  List<FileSample> samples() {
    return List.copyOf(samples.values());
  }

  /** The {@code _seg.png} files without an image. */
  List<Path> rest() {
    return List.copyOf(rest);
  }
}
