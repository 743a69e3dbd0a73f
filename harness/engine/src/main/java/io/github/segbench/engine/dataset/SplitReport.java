package io.github.segbench.engine.dataset;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one split of a data set.
 *
 * @param images those that are there; null if the split cannot be opened
 * @param expected those that the data set's file states; null if it states none
 * @param checked images that were loaded: fewer than there are if only a subset was asked for
 * @param problems the first ones, one line each, in the order of the split
 * @param unnamed the number of further problems
 * @param fingerprint of the images that were loaded; null if a file cannot be read
 */
public record SplitReport(
    String split,
    @Nullable Integer images,
    @Nullable Long expected,
    int checked,
    List<String> problems,
    long unnamed,
    @Nullable String fingerprint,
    Duration elapsed) {
  public SplitReport {
    Objects.requireNonNull(split, "split");
    Objects.requireNonNull(elapsed, "elapsed");
    problems = List.copyOf(problems);
  }

  /** The number of all problems. */
  public long problemCount() {
    return problems.size() + unnamed;
  }

  /** Images and labels that were loaded, as one checksum, if all could be read. */
  public Optional<String> content() {
    return Optional.ofNullable(fingerprint);
  }
}
