package io.github.segbench.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose some of a data set's images. The seed is an option of each command. */
class SubsetOptions {
  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Use the first N images of the split, or of the sample of it; 0 for all.")
  private @Nullable Integer limit;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Use N images spread over the split, the same everywhere; 0 for all.")
  private @Nullable Integer sample;

  /**
   * As {@code KEY=VALUE} of a data set's file.
   *
   * @param seed of the sample; null for the data set's own
   */
  List<String> subset(@Nullable Long seed) {
    List<String> changes = new ArrayList<>();
    if (limit != null) {
      changes.add("limit=" + limit);
    }
    if (sample != null) {
      changes.add("sample=" + sample);
    }
    if (seed != null) {
      changes.add("seed=" + seed);
    }
    return changes;
  }
}
