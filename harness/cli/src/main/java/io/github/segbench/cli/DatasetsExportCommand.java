package io.github.segbench.cli;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.datasets.export.DatasetExporter;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.plugin.Plugins;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segbench datasets export}. */
@Command(
    name = "export",
    description = {
      "Write a data set as PNG images, label PNGs, COCO instance JSON and COCO panoptic PNG + JSON,"
          + " as far as it has ground truth for them. Python can train on that.",
      "Example: datasets export shapes --split train --out /tmp/shapes"
    },
    mixinStandardHelpOptions = true)
final class DatasetsExportCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Mixin private SplitChoice choice;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder to write to; made if it is not there.")
  private Path out;

  DatasetsExportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    Plugins plugins = Plugins.onClassPath();
    DatasetConfig config = choice.config(plugins, invocation.installation());
    Dataset opened = config.open(plugins.readers());
    int total = opened.samples().size();
    try (PhaseMeter meter =
        PhaseMeter.open(
            "export", total, err, invocation.installation().terminal(), Clock.systemUTC())) {
      new DatasetExporter().export(opened, out, done -> meter.step());
    }
    spec.commandLine()
        .getOut()
        .println(total + " images of " + opened.id() + " " + opened.split() + " in " + out);
    return ExitStatus.DONE;
  }
}
