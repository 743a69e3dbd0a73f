package io.github.segbench.datasets.coco;

import io.github.segbench.api.dataset.DatasetException;
import io.github.segbench.api.dataset.DatasetSpec;
import io.github.segbench.datasets.files.SplitErrors;
import io.github.segbench.datasets.files.SplitPattern;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The splits of a data set, as its files show them or its configuration names them. */
record CocoSplits(CocoLayout layout) {
  /** The patterns that tell one split from another: of the label files, their folder's. */
  List<SplitPattern> patterns() {
    return layout.patterns().entrySet().stream()
        .filter(entry -> !entry.getKey().equals(CocoOptions.PANOPTIC_MAPS))
        .map(entry -> entry.getKey().equals(CocoOptions.LABELS) ? labelFolder() : entry.getValue())
        .filter(SplitPattern::hasSplit)
        .toList();
  }

  private SplitPattern labelFolder() {
    return LabelFiles.folder(layout.pattern(CocoOptions.LABELS));
  }

  /** The splits that are configured, or else those that have all their files and folders. */
  SortedSet<String> known() {
    SortedSet<String> known = new TreeSet<>(layout.splits());
    if (layout.splits().isEmpty()) {
      List<SplitPattern> found = patterns();
      known.addAll(found.get(0).splits(layout.root()));
      found.forEach(pattern -> known.retainAll(pattern.splits(layout.root())));
    }
    return known;
  }

  /**
   * @throws DatasetException if a split is none of the known ones; naming what it lacks if some of
   *     it is there, or no split is
   */
  void requireKnown(DatasetSpec spec) {
    SortedSet<String> known = known();
    if (known.contains(spec.split())) {
      return;
    }
    Map<Boolean, List<SplitPattern>> found =
        patterns().stream()
            .collect(
                Collectors.partitioningBy(
                    pattern -> pattern.splits(layout.root()).contains(spec.split())));
    List<SplitPattern> there = found.getOrDefault(true, List.of());
    if (layout.splits().isEmpty() && !there.isEmpty()) {
      throw SplitErrors.error(
          spec,
          "split '"
              + spec.split()
              + "' has "
              + there.get(0).of(layout.root(), spec.split())
              + ", but no "
              + found.getOrDefault(false, List.of()).get(0).of(layout.root(), spec.split()));
    }
    if (known.isEmpty()) {
      throw SplitErrors.error(
          spec,
          "there is no split, expected for '"
              + spec.split()
              + "' "
              + patterns().stream()
                  .map(pattern -> pattern.of(layout.root(), spec.split()).toString())
                  .sorted()
                  .collect(Collectors.joining(" and ")));
    }
    throw SplitErrors.unknownSplit(spec, known);
  }
}
