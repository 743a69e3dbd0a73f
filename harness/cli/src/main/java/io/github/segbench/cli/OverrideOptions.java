package io.github.segbench.cli;

import io.github.segbench.engine.config.Overrides;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that change a run file for one call. */
final class OverrideOptions extends SubsetOptions {
  @Option(
      names = "--only",
      paramLabel = "KEY=GLOB",
      description = {
        "Run only what fits; KEY is model, dataset or backend.",
        "Example: --only 'model=u*'. May be given several times."
      })
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Change one value of the run file.",
        "Example: --set latency.preset=standard --set datasets.0.limit=20."
      })
  private List<String> set = new ArrayList<>();

  @Option(names = "--no-latency", description = "Leave out the latency phase.")
  private boolean noLatency;

  @Option(names = "--no-accuracy", description = "Leave out the accuracy phase.")
  private boolean noAccuracy;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of the samples. Default: the data sets' own.")
  private @Nullable Long seed;

  Overrides overrides() {
    List<String> changes = new ArrayList<>(set);
    for (String change : subset(seed)) {
      changes.add("datasets.*." + change);
    }
    if (noLatency) {
      changes.add("latency.enabled=false");
    }
    if (noAccuracy) {
      changes.add("accuracy.enabled=false");
    }
    return new Overrides(changes, only);
  }
}
