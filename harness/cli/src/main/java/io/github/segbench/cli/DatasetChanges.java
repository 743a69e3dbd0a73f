package io.github.segbench.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that change a data set's file for one call. */
class DatasetChanges {
  @Option(names = "--split", paramLabel = "NAME", description = "Default: the data set's own.")
  private @Nullable String split;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Change a value of the data set's file.",
        "Example: --set options.size=256 --set options.count=1000."
      })
  private List<String> set = new ArrayList<>();

  /** As {@code KEY=VALUE}. */
  List<String> changes() {
    List<String> changes = new ArrayList<>(set);
    if (split != null) {
      changes.add("split='" + split.replace("'", "''") + "'");
    }
    return changes;
  }
}
