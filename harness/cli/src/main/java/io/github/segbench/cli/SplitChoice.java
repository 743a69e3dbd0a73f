package io.github.segbench.cli;

import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.plugin.Plugins;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What says which images of which split of which data set a command is about. */
final class SplitChoice {
  @Parameters(
      paramLabel = "DATASET",
      description = "Id of a data set, or the path of its YAML file.")
  private String dataset;

  @Option(names = "--split", paramLabel = "NAME", description = "Default: the data set's own.")
  private @Nullable String split;

  @Mixin private DatasetChanges changes;

  @Mixin private DataOptions data;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of the sample. Default: the data set's own.")
  private @Nullable Long seed;

  DatasetConfig config(Plugins plugins, Installation installation) {
    return new ConfigCatalogue(plugins, installation.configs(), data.variables())
        .dataset(dataset, changes.changes(split, seed))
        .config();
  }
}
