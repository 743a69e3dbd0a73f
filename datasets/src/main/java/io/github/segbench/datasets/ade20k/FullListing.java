package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.SplitErrors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The images of one split of the full ADE20K, in folders of any depth. A folder that is named like
 * an image has the masks of its objects and is passed over: there are a million of them.
 */
final class FullListing {
  private static final String JPEG = ".jpg";
  private static final String SEGMENTS = "_seg.png";

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
    FolderEntries entries = FolderEntries.of(folder);
    return !entries.filesWith(JPEG).isEmpty()
        || entries.folders().stream().anyMatch(FullListing::hasImages);
  }

  private void add(Path folder) {
    FolderEntries entries = FolderEntries.of(folder);
    SortedMap<String, Path> images = entries.filesWith(JPEG);
    SortedMap<String, Path> segments = entries.filesWith(SEGMENTS);
    images.forEach((id, image) -> add(id, image, segments.remove(id), folder));
    rest.addAll(segments.values());
    for (Path below : entries.folders()) {
      if (!images.containsKey(FolderEntries.name(below))) {
        add(below);
      }
    }
  }

  private void add(String id, Path image, @Nullable Path file, Path folder) {
    if (file == null) {
      throw SplitErrors.error(
          spec, "image " + image + " has no labels " + folder.resolve(id + SEGMENTS));
    }
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
