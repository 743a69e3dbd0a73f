package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Finds the images of one split and the labels that belong to them, by names alone. */
final class FolderListing {
  private final DatasetSpec spec;
  private final FolderLayout layout;

  FolderListing(DatasetSpec spec, FolderLayout layout) {
    this.spec = spec;
    this.layout = layout;
  }

  /**
   * The samples by ascending id.
   *
   * @throws DatasetException if the split is unknown or empty, or an image or its labels are
   *     missing
   */
  List<FolderSample> samples() {
    if (!layout.splits().isEmpty() && !layout.splits().contains(spec.split())) {
      throw unknownSplit();
    }
    SortedMap<String, Path> images = layout.images().files(layout.root(), spec.split());
    SortedMap<String, Path> labels = layout.labels().files(layout.root(), spec.split());
    SortedSet<String> ids = layout.listFile(spec.split()).map(this::readList).orElse(keys(images));
    if (ids.isEmpty()) {
      throw layout.knownSplits().contains(spec.split()) ? emptySplit() : unknownSplit();
    }
    List<FolderSample> samples = new ArrayList<>();
    for (String id : ids) {
      Path image = images.get(id);
      if (image == null) {
        throw error("no image " + expected(layout.images(), id) + " for a listed id");
      }
      Path label = labels.get(id);
      if (label == null) {
        throw error("image " + image + " has no labels " + expected(layout.labels(), id));
      }
      samples.add(new FolderSample(id, image, label, spec.labels()));
    }
    return samples;
  }

  private static SortedSet<String> keys(SortedMap<String, Path> files) {
    return new TreeSet<>(files.keySet());
  }

  private SortedSet<String> readList(Path file) {
    if (!Files.isRegularFile(file)) {
      throw layout.knownSplits().contains(spec.split())
          ? error("no list " + file + " of split '" + spec.split() + "'")
          : unknownSplit();
    }
    try {
      SortedSet<String> ids = new TreeSet<>();
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        String id = line.strip();
        if (!id.isEmpty() && !ids.add(id)) {
          throw error("id '" + id + "' stands twice in " + file);
        }
      }
      return ids;
    } catch (IOException e) {
      throw new DatasetException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private Path expected(FilePattern pattern, String id) {
    return layout.root().resolve(pattern.fill(spec.split(), id));
  }

  private DatasetException unknownSplit() {
    return error("unknown split '" + spec.split() + "', expected one of " + layout.knownSplits());
  }

  private DatasetException emptySplit() {
    return error(
        "split '"
            + spec.split()
            + "' is empty: nothing in "
            + layout.root()
            + " fits "
            + layout.images().fill(spec.split(), FilePattern.ID));
  }

  private DatasetException error(String problem) {
    return new DatasetException("data set " + spec.id() + ": " + problem);
  }
}
