package io.github.segbench.cli;

import io.github.segbench.engine.result.RunReader;
import io.github.segbench.report.ReportInput;
import io.github.segbench.report.html.HtmlReport;
import io.github.segbench.report.published.PublishedFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segbench report}: the report of runs that were made before. */
@Command(
    name = "report",
    description = "Make the HTML report, charts and tables of one or more runs from their files.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description = "Folder of a run, such as results/quickstart/20260131-120000.")
  private List<Path> runs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where to write the report. Default: the folder 'report' of the first run.")
  private @Nullable Path out;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "Folder with templates that take the place of the report's own.")
  private @Nullable Path templates;

  ReportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    HtmlReport report =
        new HtmlReport(templates, PublishedFolder.read(invocation.installation().published()));
    List<ReportInput> inputs =
        runs.stream().map(run -> new ReportInput(RunReader.read(run), run)).toList();
    Path folder = out == null ? runs.get(0).resolve(RunReports.FOLDER) : out;
    new RunReports(inputs).publish(report, folder, spec.commandLine().getOut());
    return ExitStatus.DONE;
  }
}
