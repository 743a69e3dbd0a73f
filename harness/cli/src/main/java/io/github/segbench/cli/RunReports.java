package io.github.segbench.cli;

import io.github.segbench.engine.result.ParityResult;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.report.ReportInput;
import io.github.segbench.report.comparison.Comparison;
import io.github.segbench.report.comparison.Entries;
import io.github.segbench.report.comparison.ParityTable;
import io.github.segbench.report.comparison.PrecisionTable;
import io.github.segbench.report.comparison.ReportTables;
import io.github.segbench.report.html.HtmlReport;
import io.github.segbench.report.table.TableFormat;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** What a person gets to see of a run: the HTML report and the main tables as text. */
final class RunReports {
  /** The folder within a run's folder. */
  static final String FOLDER = "report";

  private final List<ReportInput> runs;

  RunReports(List<ReportInput> runs) {
    this.runs = List.copyOf(runs);
  }

  static RunReports of(RunResult result, Path runFolder) {
    return new RunReports(List.of(new ReportInput(result, runFolder)));
  }

  /** Writes the report and prints the main tables and where the report is. */
  void publish(HtmlReport report, Path folder, PrintWriter out) {
    Path index = report.write(runs, folder);
    for (Comparison comparison : Comparison.of(Entries.of(runs))) {
      out.println(TableFormat.TEXT.write(ReportTables.leaderboard(comparison)));
      PrecisionTable.of(comparison).ifPresent(table -> out.println(TableFormat.TEXT.write(table)));
    }
    List<ParityResult> parity =
        runs.stream().flatMap(run -> run.result().parity().stream()).toList();
    if (!parity.isEmpty()) {
      out.println(TableFormat.TEXT.write(ParityTable.of(parity)));
    }
    out.println("Report: " + index.toAbsolutePath().normalize());
  }
}
