package io.github.segbench.cli;

import io.github.segbench.report.html.HtmlReport;
import io.github.segbench.report.published.PublishedFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where results go and what their report is made from. */
final class OutputOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "results",
      description =
          "Parent folder of all results; these go to DIR/NAME/TIMESTAMP. Default: results.")
  private Path out;

  @Option(
      names = "--templates",
      paramLabel = "DIR",
      description = "Folder with templates that take the place of the report's own.")
  private @Nullable Path templates;

  Path out() {
    return out;
  }

  /**
   * To be made before any work, as templates that are not there and mistakes in the published
   * numbers are refused.
   */
  HtmlReport report(Installation installation) {
    return new HtmlReport(templates, PublishedFolder.read(installation.published()));
  }
}
