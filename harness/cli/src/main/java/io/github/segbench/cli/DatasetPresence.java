package io.github.segbench.cli;

import io.github.segbench.api.segmentation.SegmentationTask;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much of a data set is here.
 *
 * @param counts images of each split that was opened
 * @param expected images of each split of the complete data set; empty if not known
 * @param tasks of the ground truth, as far as it was opened
 * @param problem why a split cannot be opened; null if all can
 */
record DatasetPresence(
    State state,
    Map<String, Long> counts,
    Map<String, Long> expected,
    List<SegmentationTask> tasks,
    @Nullable String problem) {
  /** What can be said of it in a word. */
  enum State {
    /** It needs no files. */
    GENERATED,
    /** No split of it is there. */
    ABSENT,
    /** It is there; how much of it there should be is not known, or was not counted. */
    PRESENT,
    COMPLETE,
    INCOMPLETE,
    /** It has more than the complete data set. */
    DIFFERENT
  }

  DatasetPresence {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    expected = Collections.unmodifiableMap(new LinkedHashMap<>(expected));
    tasks = List.copyOf(tasks);
  }

  static DatasetPresence of(State state) {
    return new DatasetPresence(state, Map.of(), Map.of(), List.of(), null);
  }

  Optional<String> openingProblem() {
    return Optional.ofNullable(problem);
  }

  /** Such as {@code incomplete (train 3 of 367)}. */
  String text() {
    return switch (state) {
      case GENERATED, ABSENT, COMPLETE -> word();
      case PRESENT -> counts.isEmpty() ? word() : word() + " (" + counted() + ")";
      case INCOMPLETE, DIFFERENT -> word() + " (" + differences() + ")";
    };
  }

  private String word() {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private String counted() {
    return counts.entrySet().stream()
        .map(split -> split.getKey() + " " + split.getValue())
        .collect(Collectors.joining(", "));
  }

  private String differences() {
    String listed =
        expected.entrySet().stream()
            .filter(split -> !split.getValue().equals(counts.getOrDefault(split.getKey(), 0L)))
            .map(
                split ->
                    split.getKey()
                        + " "
                        + counts.getOrDefault(split.getKey(), 0L)
                        + " of "
                        + split.getValue())
            .collect(Collectors.joining(", "));
    if (!listed.isEmpty()) {
      return listed;
    }
    return problem == null ? "not all files were fetched" : "it cannot be opened";
  }
}
