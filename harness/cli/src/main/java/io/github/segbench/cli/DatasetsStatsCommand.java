package io.github.segbench.cli;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.dataset.DatasetStatistics;
import io.github.segbench.engine.dataset.StatisticsTable;
import io.github.segbench.engine.dataset.StatisticsTables;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.report.dataset.StatisticsFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code segbench datasets stats}. */
@Command(
    name = "stats",
    description = {
      "Count what is in a split: image sizes, pixels of each category, instances and segments.",
      "Prints tables; --out writes them as CSV, with charts."
    },
    mixinStandardHelpOptions = true)
final class DatasetsStatsCommand implements Callable<Integer> {
  /** Longer tables of values without names are for files and charts. */
  private static final int MOST_ROWS = 20;

  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Mixin private SplitChoice choice;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for the tables as CSV and the charts as SVG and PNG.")
  private @Nullable Path out;

  DatasetsStatsCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Plugins plugins = Plugins.onClassPath();
    DatasetConfig config = choice.config(plugins, invocation.installation());
    Dataset opened = config.open(plugins.readers());
    SplitMeter meter =
        new SplitMeter(
            opened.id(), spec.commandLine().getErr(), invocation.installation().terminal());
    DatasetStatistics statistics =
        DatasetStatistics.of(opened, meter, Runtime.getRuntime().availableProcessors());
    PrintWriter print = spec.commandLine().getOut();
    int images = opened.samples().size();
    print.println(images + (images == 1 ? " image of " : " images of ") + config.label());
    new StatisticsTables(statistics).all().forEach(table -> print(table, print));
    if (out != null) {
      new StatisticsFolder(out).write(statistics);
      print.println();
      print.println("Tables and charts: " + out);
    }
    return ExitStatus.DONE;
  }

  private static void print(StatisticsTable table, PrintWriter print) {
    TextTable text =
        new TextTable(
            table.header().stream()
                .map(title -> title.toUpperCase(Locale.ROOT))
                .toArray(String[]::new));
    boolean named = table.header().contains("category");
    List<List<String>> rows = table.rows();
    List<List<String>> shown =
        named
            ? rows.stream().filter(DatasetsStatsCommand::occurs).toList()
            : rows.subList(0, Math.min(rows.size(), MOST_ROWS));
    shown.forEach(row -> text.add(row.toArray(String[]::new)));
    print.println();
    text.print(print);
    int others = rows.size() - shown.size();
    if (others > 0) {
      print.println(
          named
              ? others + (others == 1 ? " category does" : " categories do") + " not occur"
              : "and " + others + " more rows; --out writes all");
    }
  }

  /** Whether a row has any number but 0, after its id and its name. */
  private static boolean occurs(List<String> row) {
    return row.stream().skip(2).anyMatch(cell -> !cell.isEmpty() && !cell.equals("0"));
  }
}
