package io.github.segbench.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that change a data set's file for one call, but for its split and seed. */
class DatasetChanges extends SubsetOptions {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Change a value of the data set's file.",
        "Example: --set options.size=256 --set options.count=1000."
      })
  private List<String> set = new ArrayList<>();

  /**
   * As {@code KEY=VALUE}.
   *
   * @param split null for the data set's own
   * @param seed of the sample; null for the data set's own
   */
  List<String> changes(@Nullable String split, @Nullable Long seed) {
    List<String> changes = new ArrayList<>(set);
    changes.addAll(subset(seed));
    if (split != null) {
      changes.add("split='" + split.replace("'", "''") + "'");
    }
    return changes;
  }
}
