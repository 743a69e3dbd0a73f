package io.github.segbench.cli;

import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.config.DatasetCard;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.plugin.Plugins;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code segbench datasets list}. */
@Command(
    name = "list",
    description = "List the data sets of configs/datasets.",
    mixinStandardHelpOptions = true)
final class DatasetsListCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  DatasetsListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    table(new ConfigCatalogue(Plugins.onClassPath(), invocation.installation().configs()))
        .print(spec.commandLine().getOut());
    return ExitStatus.DONE;
  }

  static TextTable table(ConfigCatalogue catalogue) {
    TextTable table = new TextTable("DATASET", "NAME", "READER", "SPLIT", "LABELS", "CATEGORIES");
    for (DatasetCard card : catalogue.datasets()) {
      DatasetConfig dataset = card.config();
      table.add(
          dataset.id(),
          dataset.name(),
          dataset.reader(),
          dataset.spec().split(),
          dataset.spec().labels().id(),
          Integer.toString(dataset.spec().labels().size()));
    }
    return table;
  }
}
