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
import java.util.TreeMap;

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
    if (new CocoSplits(this).patterns().isEmpty() && splits.size() != 1) {
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
}
