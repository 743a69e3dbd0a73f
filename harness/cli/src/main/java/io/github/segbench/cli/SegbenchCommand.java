package io.github.segbench.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code segbench}, which only holds the others. */
@Command(
    name = "segbench",
    description = "Measures how right and how fast image segmentation models are.",
    versionProvider = VersionProvider.class,
    mixinStandardHelpOptions = true,
    subcommands = {
      RunCommand.class,
      ScoreCommand.class,
      ValidateCommand.class,
      ReportCommand.class,
      ListCommand.class,
      DatasetsCommand.class,
      ModelsCommand.class,
      InspectCommand.class,
      DoctorCommand.class,
      GenerateCompletion.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "First steps:",
      "  ./segbench run configs/runs/quickstart.yaml   five models, one report",
      "  ./segbench score --help                       numbers of predictions that are stored",
      "  ./segbench inspect net.onnx --init            what a network is, and a model file for it",
      "  ./segbench doctor                             what this machine can run",
      "  source <(./segbench generate-completion)      completion for bash and zsh",
      "",
      "Exit codes: 0 done; 2 bad usage or configuration; 3 a trial failed, or a data set could",
      "not be fetched or is not sound; 70 defect of segbench; 130 interrupted.",
      "Results go to standard output, progress and problems to standard error."
    })
final class SegbenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "which command? one of " + spec.subcommands().keySet());
  }
}
