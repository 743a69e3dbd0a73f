package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.IdList;
import io.github.segbench.datasets.files.SplitErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  FileDataset dataset() {
    if (!layout.splits().isEmpty() && !layout.splits().contains(spec.split())) {
      throw unknownSplit();
    }
    SortedMap<String, Path> images = layout.images().files(layout.root(), spec.split());
    SortedMap<String, Path> labels = layout.labels().files(layout.root(), spec.split());
    Optional<Path> list = layout.listFile(spec.split());
    SortedSet<String> ids = new TreeSet<>(list.map(this::readList).orElse(images.keySet()));
    if (ids.isEmpty()) {
      throw layout.knownSplits().contains(spec.split()) ? emptySplit() : unknownSplit();
    }
    List<FileSample> samples = new ArrayList<>();
    for (String id : ids) {
      Path image = images.get(id);
      if (image == null) {
        throw error("no image " + expected(layout.images(), id) + " for a listed id");
      }
      Path label = labels.remove(id);
      if (label == null) {
        throw error("image " + image + " has no labels " + expected(layout.labels(), id));
      }
      samples.add(new FileSample(id, image, new LabelFile(label, spec.labels())));
    }
    List<Path> unused = list.isPresent() ? List.of() : List.copyOf(labels.values());
    return new FileDataset(spec, Set.of(SegmentationTask.SEMANTIC), samples, unused);
  }

  private Set<String> readList(Path file) {
    if (!Files.isRegularFile(file)) {
      throw layout.knownSplits().contains(spec.split())
          ? error("no list " + file + " of split '" + spec.split() + "'")
          : unknownSplit();
    }
    return IdList.read(file);
  }

  private Path expected(FilePattern pattern, String id) {
    return layout.root().resolve(pattern.fill(spec.split(), id));
  }

  private DatasetException unknownSplit() {
    return SplitErrors.unknownSplit(spec, layout.knownSplits());
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
    return SplitErrors.error(spec, problem);
  }
}
