package io.github.segbench.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segbench datasets}, which only holds the commands about data sets. */
@Command(
    name = "datasets",
    description = "List and fetch data sets, or write one as images, label PNGs and COCO JSON.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DatasetsListCommand.class,
      DatasetsFetchCommand.class,
      DatasetsExportCommand.class
    })
final class DatasetsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command? one of " + spec.subcommands().keySet());
  }
}
