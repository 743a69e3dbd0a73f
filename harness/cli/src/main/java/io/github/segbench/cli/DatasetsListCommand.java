package io.github.segbench.cli;

import io.github.segbench.datasets.fetch.DataFolder;
import io.github.segbench.datasets.fetch.Receipts;
import io.github.segbench.engine.config.ConfigCatalogue;
import io.github.segbench.engine.plugin.Plugins;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segbench datasets list}. */
@Command(
    name = "list",
    description =
        "List the data sets of configs/datasets: what they are, where they come from, whether they"
            + " are here. With the id of one, all that is known of it.",
    mixinStandardHelpOptions = true)
final class DatasetsListCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DATASET",
      arity = "0..1",
      description = "Id of a data set, or the path of its YAML file.")
  private @Nullable String dataset;

  @Mixin private DataOptions data;

  @Option(
      names = "--count",
      description = "Count the images of those too whose annotations take long to read.")
  private boolean count;

  DatasetsListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Plugins plugins = Plugins.onClassPath();
    ConfigCatalogue catalogue =
        new ConfigCatalogue(plugins, invocation.installation().configs(), data.variables());
    Receipts receipts = new Receipts(new DataFolder(data.folder()));
    DatasetProbe probe = new DatasetProbe(plugins, receipts);
    if (dataset == null) {
      new DatasetTable(probe, count).of(catalogue.datasets()).print(out);
      out.println();
      out.println("IMAGES: in the split that a run uses unless it names another.");
      out.println("Data folder: " + data.folder());
      out.println("All splits, files and terms of one: segbench datasets list ID");
    } else {
      new DatasetDetails(plugins, receipts, probe)
          .print(catalogue.dataset(dataset, List.of()), out);
    }
    return ExitStatus.DONE;
  }
}
