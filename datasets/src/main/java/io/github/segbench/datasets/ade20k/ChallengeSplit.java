package io.github.segbench.datasets.ade20k;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.datasets.files.FolderNames;
import io.github.segbench.datasets.files.SplitErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The folders of one split of the challenge.
 *
 * @param objects null if there are no annotations of instances
 * @param prefix what the names of its files start with
 */
record ChallengeSplit(Path images, Path classes, @Nullable Path objects, String prefix) {
  private static final String IMAGES = "images";
  private static final String OBJECTS = "annotations_instance";

  /** The label maps of the challenge of 2016, and the name that they had in 2017. */
  private static final List<String> CLASSES = List.of("annotations", "annotations_sceneparsing");

  /** Splits by what the names of their files start with, where they share one folder. */
  private static final Map<String, String> PREFIXES =
      Map.of("training", "ADE_train_", "validation", "ADE_val_");

  /**
   * The splits that have images and labels, by name.
   *
   * @throws DatasetException if the images or all labels are missing
   */
  static SortedMap<String, ChallengeSplit> all(DatasetSpec spec, Path root) {
    Path images = root.resolve(IMAGES);
    SplitErrors.requireFolder(spec, images);
    Path classes =
        CLASSES.stream()
            .map(root::resolve)
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow(
                () -> SplitErrors.error(spec, "no folder " + root.resolve(CLASSES.get(0))));
    Path objects = root.resolve(OBJECTS);
    SortedMap<String, ChallengeSplit> splits = new TreeMap<>();
    FolderNames entries = FolderNames.of(images);
    for (String name : entries.folders()) {
      if (Files.isDirectory(classes.resolve(name))) {
        splits.put(
            name,
            new ChallengeSplit(
                images.resolve(name),
                classes.resolve(name),
                folderOrNull(objects.resolve(name)),
                ""));
      }
    }
    PREFIXES.forEach(
        (name, prefix) -> {
          if (entries.names().stream().anyMatch(file -> file.startsWith(prefix))) {
            splits.putIfAbsent(
                name, new ChallengeSplit(images, classes, folderOrNull(objects), prefix));
          }
        });
    return splits;
  }

  private static @Nullable Path folderOrNull(Path folder) {
    return Files.isDirectory(folder) ? folder : null;
  }
}
