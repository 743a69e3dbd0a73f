package io.github.segbench.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code segbench datasets}, which only holds the commands about data sets. */
@Command(
    name = "datasets",
    description = {
      "List and fetch data sets, check them, count what is in them, or write one as plain files."
    },
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DatasetsListCommand.class,
      DatasetsFetchCommand.class,
      DatasetsVerifyCommand.class,
      DatasetsStatsCommand.class,
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
