package io.github.segbench.datasets.coco;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.datasets.files.SplitErrors;
import io.github.segbench.datasets.files.SplitPattern;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Where a data set keeps its files, as configured.
 *
 * @param patterns those that are given, by the names of their options
 * @param splits the splits that may be opened; empty for those that are found
 * @param semanticFromPanoptic whether the panoptic maps are ground truth for semantic too
 */
record CocoLayout(
    Path root,
    Map<String, SplitPattern> patterns,
    List<String> splits,
    boolean semanticFromPanoptic) {
  CocoLayout {
    patterns = Map.copyOf(patterns);
    splits = List.copyOf(splits);
  }

  /**
   * @throws DatasetException if the root is no folder, a pattern is malformed, there is no ground
   *     truth, or there are two for semantic
   */
  static CocoLayout of(DatasetSpec spec) {
    Options options = spec.options();
    SplitErrors.requireFolder(spec, options.path(CocoOptions.ROOT));
    Map<String, SplitPattern> patterns = new TreeMap<>();
    for (String name : CocoOptions.PATTERNS) {
      if (options.has(name)) {
        patterns.put(name, new SplitPattern(options.string(name)));
      }
    }
    CocoLayout layout =
        new CocoLayout(
            options.path(CocoOptions.ROOT),
            patterns,
            options.has(CocoOptions.SPLITS) ? options.strings(CocoOptions.SPLITS) : List.of(),
            options.bool(CocoOptions.SEMANTIC_FROM_PANOPTIC));
    layout.findProblem().ifPresent(problem -> fail(spec, problem));
    return layout;
  }

  private static void fail(DatasetSpec spec, String problem) {
    throw SplitErrors.error(spec, problem);
  }

  private Optional<String> findProblem() {
    List<String> semantic = new ArrayList<>(List.of(CocoOptions.STUFF, CocoOptions.LABELS));
    semantic.retainAll(patterns.keySet());
    if (semanticFromPanoptic) {
      semantic.add(CocoOptions.SEMANTIC_FROM_PANOPTIC);
    }
    if (CocoOptions.TRUTHS.stream().noneMatch(patterns::containsKey)) {
      return Optional.of(
          "no ground truth, expected at least one of the options " + CocoOptions.TRUTHS);
    }
    if (semantic.size() > 1) {
      return Optional.of(
          "options "
              + String.join(" and ", semantic)
              + " are all ground truth for semantic, expected one of them");
    }
    if (!has(CocoOptions.PANOPTIC) && (semanticFromPanoptic || has(CocoOptions.PANOPTIC_MAPS))) {
      return Optional.of("panoptic maps are asked for, but option 'panoptic' is missing");
    }
    if (splitPatterns().isEmpty() && splits.size() != 1) {
      return Optional.of("no pattern has {split}, so option splits must name exactly one split");
    }
    return Optional.empty();
  }

  boolean has(String pattern) {
    return patterns.containsKey(pattern);
  }

  /** A pattern that is given. */
  SplitPattern pattern(String name) {
    return Optional.ofNullable(patterns.get(name)).orElseThrow();
  }

  /** The file or folder of a split by a pattern that is given. */
  Path path(String name, String split) {
    return pattern(name).of(root, split);
  }

  /** The patterns that tell one split from another: of the label files, their folder's. */
  private List<SplitPattern> splitPatterns() {
    return patterns.entrySet().stream()
        .filter(entry -> !entry.getKey().equals(CocoOptions.PANOPTIC_MAPS))
        .map(entry -> entry.getKey().equals(CocoOptions.LABELS) ? labelFolder() : entry.getValue())
        .filter(SplitPattern::hasSplit)
        .toList();
  }

  private SplitPattern labelFolder() {
    return LabelFiles.folder(pattern(CocoOptions.LABELS));
  }

  /** The splits that are configured, or else those that have all their files and folders. */
  SortedSet<String> knownSplits() {
    SortedSet<String> known = new TreeSet<>(splits);
    if (splits.isEmpty()) {
      List<SplitPattern> found = splitPatterns();
      known.addAll(found.get(0).splits(root));
      found.forEach(pattern -> known.retainAll(pattern.splits(root)));
    }
    return known;
  }

  /**
   * @throws DatasetException if a split is none of the known ones; naming what it lacks if some of
   *     it is there, or no split is
   */
  void requireKnown(DatasetSpec spec) {
    SortedSet<String> known = knownSplits();
    if (known.contains(spec.split())) {
      return;
    }
    Map<Boolean, List<SplitPattern>> found =
        splitPatterns().stream()
            .collect(
                Collectors.partitioningBy(pattern -> pattern.splits(root).contains(spec.split())));
    List<SplitPattern> there = found.getOrDefault(true, List.of());
    if (splits.isEmpty() && !there.isEmpty()) {
      throw SplitErrors.error(
          spec,
          "split '"
              + spec.split()
              + "' has "
              + there.get(0).of(root, spec.split())
              + ", but no "
              + found.getOrDefault(false, List.of()).get(0).of(root, spec.split()));
    }
    if (known.isEmpty()) {
      throw SplitErrors.error(
          spec,
          "there is no split, expected for '"
              + spec.split()
              + "' "
              + splitPatterns().stream()
                  .map(pattern -> pattern.of(root, spec.split()).toString())
                  .sorted()
                  .collect(Collectors.joining(" and ")));
    }
    throw SplitErrors.unknownSplit(spec, known);
  }
}
