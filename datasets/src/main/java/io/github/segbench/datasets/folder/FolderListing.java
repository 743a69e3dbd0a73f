package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.datasets.files.FileDataset;
import io.github.segbench.datasets.files.FileSample;
import io.github.segbench.datasets.files.SplitErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the images of one split and the annotations that belong to them, by names alone. */
final class FolderListing {
  private final DatasetSpec spec;
  private final CodingOptions options;
  private final FolderLayout layout;
  private final FolderCoding coding;

  FolderListing(DatasetSpec spec) {
    this.spec = spec;
    this.options = new CodingOptions(spec);
    this.layout = new FolderOptions(spec).layout();
    this.coding = options.coding();
  }

  /**
   * The samples by ascending id.
   *
   * @throws DatasetException if the split is unknown or empty, or an image or its annotations are
   *     missing
   */
  FileDataset dataset() {
    if (!layout.mayHave(spec.split())) {
      throw unknownSplit();
    }
    SortedMap<String, Path> images = layout.images().files(layout.root(), spec.split());
    SortedMap<String, Path> labels = files(layout.labels());
    SortedMap<String, List<FilePattern.Found>> objects = objectFiles();
    SortedMap<String, Path> panoptic = files(layout.panoptic());
    Optional<Path> list = layout.listFile(spec.split());
    SortedSet<String> ids =
        list.map(file -> readList(file, images)).orElseGet(() -> new TreeSet<>(images.keySet()));
    if (ids.isEmpty()) {
      throw layout.knownSplits().contains(spec.split()) ? emptySplit() : unknownSplit();
    }
    List<FileSample> samples = new ArrayList<>();
    for (String id : ids) {
      Path image = images.get(id);
      if (image == null) {
        throw error("no image " + expected(layout.images(), id) + " for a listed id");
      }
      FolderAnnotation annotation =
          new FolderAnnotation(
              take(layout.labels(), labels, id, image, "labels"),
              objects(objects.remove(id), id, image),
              take(layout.panoptic(), panoptic, id, image, "panoptic map"),
              coding);
      samples.add(new FileSample(id, image, annotation));
    }
    List<Path> unused = new ArrayList<>();
    if (list.isEmpty()) {
      unused.addAll(labels.values());
      objects.values().forEach(found -> found.forEach(object -> unused.add(object.file())));
      unused.addAll(panoptic.values());
    }
    return new FileDataset(spec, coding.tasks(), samples, unused.stream().distinct().toList());
  }

  private SortedMap<String, Path> files(@Nullable FilePattern pattern) {
    return pattern == null ? new TreeMap<>() : pattern.files(layout.root(), spec.split());
  }

  private SortedMap<String, List<FilePattern.Found>> objectFiles() {
    FilePattern pattern = layout.instances();
    if (pattern == null) {
      return new TreeMap<>();
    }
    if (coding.objects() != ObjectCoding.MASKS) {
      files(pattern);
    }
    return pattern.found(layout.root(), spec.split());
  }

  private @Nullable Path take(
      @Nullable FilePattern pattern,
      SortedMap<String, Path> files,
      String id,
      Path image,
      String what) {
    if (pattern == null) {
      return null;
    }
    Path file = files.remove(id);
    if (file == null) {
      throw error("image " + image + " has no " + what + " " + expected(pattern, id));
    }
    return file;
  }

  private List<ObjectFile> objects(@Nullable List<FilePattern.Found> found, String id, Path image) {
    FilePattern pattern = layout.instances();
    if (pattern == null) {
      return List.of();
    }
    if (found == null) {
      // An image may be without objects, but something must say how large their map is.
      if (coding.objects() == ObjectCoding.MASKS && layout.labels() != null) {
        return List.of();
      }
      throw error("image " + image + " has no instances " + expected(pattern, id));
    }
    return found.stream()
        .map(object -> new ObjectFile(object.file(), options.category(object)))
        .toList();
  }

  private SortedSet<String> readList(Path file, SortedMap<String, Path> images) {
    if (!Files.isRegularFile(file)) {
      throw layout.knownSplits().contains(spec.split())
          ? error("no list " + file + " of split '" + spec.split() + "'")
          : unknownSplit();
    }
    SortedSet<String> ids = ListedIds.read(file, images.keySet());
    if (ids.isEmpty()) {
      throw error(
          "split '"
              + spec.split()
              + "' is empty: "
              + file
              + " names no image, expected one a line");
    }
    return ids;
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
