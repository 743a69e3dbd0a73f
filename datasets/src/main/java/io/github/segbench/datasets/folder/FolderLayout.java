package io.github.segbench.datasets.folder;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Where a data set keeps its files, as configured.
 *
 * @param list the files that name the ids of each split; empty if every image counts
 * @param splits the splits that may be opened; empty for those that are found
 */
record FolderLayout(
    Path root,
    FilePattern images,
    FilePattern labels,
    List<FilePattern> list,
    List<String> splits) {
  private static final String ROOT = "root";
  private static final String IMAGES = "images";
  private static final String LABELS = "labels";
  private static final String LIST = "list";
  private static final String SPLITS = "splits";

  static final List<OptionSpec> OPTIONS =
      List.of(
          OptionSpec.path(ROOT, "The folder that all patterns start from.").asRequired(),
          OptionSpec.string(
                  IMAGES,
                  null,
                  "Pattern of the image files, such as {split}/{id}.png; * stands for anything within"
                      + " a name.")
              .asRequired(),
          OptionSpec.string(
                  LABELS, null, "Pattern of the label PNG files, such as {split}annot/{id}.png.")
              .asRequired(),
          OptionSpec.string(
              LIST,
              null,
              "Pattern of text files that name the ids of a split, one a line, such as {split}.txt."),
          OptionSpec.strings(
              SPLITS, null, "The names of the splits; by default those that the files show."));

  /**
   * @throws DatasetException if a pattern is malformed, or the root is no folder
   */
  static FolderLayout of(DatasetSpec spec) {
    Options options = spec.options();
    FolderLayout layout =
        new FolderLayout(
            options.path(ROOT),
            new FilePattern(options.string(IMAGES)),
            new FilePattern(options.string(LABELS)),
            options.has(LIST) ? List.of(new FilePattern(options.string(LIST))) : List.of(),
            options.has(SPLITS) ? options.strings(SPLITS) : List.of());
    layout.check(spec.id());
    return layout;
  }

  private void check(String dataset) {
    for (FilePattern pattern : List.of(images, labels)) {
      if (!pattern.has(FilePattern.ID)) {
        throw new DatasetException(
            "data set " + dataset + ": pattern '" + pattern + "' has no " + FilePattern.ID);
      }
    }
    for (FilePattern pattern : list) {
      if (pattern.has(FilePattern.ID) || pattern.has("*")) {
        throw new DatasetException(
            "data set " + dataset + ": list '" + pattern + "' may have no placeholder but {split}");
      }
    }
    if (splitPatterns().isEmpty() && splits.size() != 1) {
      throw new DatasetException(
          "data set "
              + dataset
              + ": no pattern has {split}, so option splits must name exactly one split");
    }
    if (!Files.isDirectory(root)) {
      throw new DatasetException("data set " + dataset + ": root " + root + " is not a folder");
    }
  }

  /** The patterns that tell one split from another. */
  private List<FilePattern> splitPatterns() {
    List<FilePattern> patterns = new ArrayList<>(list);
    patterns.add(images);
    patterns.add(labels);
    patterns.removeIf(pattern -> !pattern.has(FilePattern.SPLIT));
    return patterns;
  }

  /** The splits that are configured, or else those that have images, labels and a list. */
  SortedSet<String> knownSplits() {
    SortedSet<String> known = new TreeSet<>(splits);
    if (splits.isEmpty()) {
      List<FilePattern> patterns = splitPatterns();
      known.addAll(patterns.get(0).splits(root));
      for (FilePattern pattern : patterns) {
        known.retainAll(pattern.splits(root));
      }
    }
    return known;
  }

  /** The file with the ids of a split, if there are such files. */
  Optional<Path> listFile(String split) {
    return list.stream().findFirst().map(pattern -> root.resolve(pattern.fill(split, "")));
  }
}
