package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.datasets.files.SplitErrors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a data set keeps its files, as configured.
 *
 * @param list the files that name the ids of each split; null if every image counts
 * @param splits the splits that may be opened; empty for those that are found
 * @param all the name of the split of all images, for which there is no list; null for none
 */
record FolderLayout(
    DatasetSpec spec,
    Path root,
    FilePattern images,
    @Nullable FilePattern labels,
    @Nullable FilePattern instances,
    @Nullable FilePattern panoptic,
    @Nullable FilePattern list,
    List<String> splits,
    @Nullable String all) {
  /**
   * @throws DatasetException if a pattern lacks what it needs, or the root is no folder
   */
  FolderLayout {
    splits = List.copyOf(splits);
    for (FilePattern pattern : present(images, labels, instances, panoptic).toList()) {
      if (!pattern.has(FilePattern.ID)) {
        throw SplitErrors.error(spec, "pattern '" + pattern + "' has no " + FilePattern.ID);
      }
      if (pattern.has(FilePattern.CATEGORY) && !pattern.equals(instances)) {
        throw SplitErrors.error(
            spec, "pattern '" + pattern + "' has {category}, expected it in that of instances");
      }
    }
    if (list != null
        && (list.has(FilePattern.ID) || list.has(FilePattern.CATEGORY) || list.has("*"))) {
      throw SplitErrors.error(spec, "list '" + list + "' may have no placeholder but {split}");
    }
    boolean listed = list != null && list.has(FilePattern.SPLIT);
    boolean inFolders =
        present(images, labels, instances, panoptic)
            .anyMatch(pattern -> pattern.has(FilePattern.SPLIT));
    if (!listed && !inFolders && splits.size() != 1) {
      throw SplitErrors.error(
          spec, "no pattern has {split}, so option splits must name exactly one split");
    }
    if (all != null && (!listed || inFolders)) {
      throw SplitErrors.error(spec, "option all needs splits that are told apart by a list alone");
    }
    if (!Files.isDirectory(root)) {
      throw SplitErrors.error(spec, "root " + root + " is not a folder");
    }
  }

  private static Stream<FilePattern> present(@Nullable FilePattern... patterns) {
    return Stream.of(patterns).filter(Objects::nonNull);
  }

  /** The splits that are configured, or else those that have images, annotations and a list. */
  SortedSet<String> knownSplits() {
    SortedSet<String> known = new TreeSet<>(splits);
    if (splits.isEmpty()) {
      List<FilePattern> patterns =
          present(list, images, labels, instances, panoptic)
              .filter(pattern -> pattern.has(FilePattern.SPLIT))
              .toList();
      known.addAll(patterns.get(0).splits(root));
      for (FilePattern pattern : patterns) {
        known.retainAll(pattern.splits(root));
      }
    }
    if (all != null) {
      known.add(all);
    }
    return known;
  }

  /** Whether a split can be there, as far as the configuration says. */
  boolean mayHave(String split) {
    return splits.isEmpty() || splits.contains(split) || split.equals(all);
  }

  /** The file with the ids of a split, if there are such files. */
  Optional<Path> listFile(String split) {
    return list == null || split.equals(all)
        ? Optional.empty()
        : Optional.of(root.resolve(list.fill(split, "")));
  }
}
