package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Quantity;
import io.github.segbench.report.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The table of calls that a warm loop does not have, such as the first one of a process: a row for
 * each model, columns for each such stage. It has no rows where none was timed.
 */
public final class FirstCallsTable {
  /** The stages of a warm loop, which other tables and charts show. */
  private static final Set<LatencyStage> WARM =
      Set.of(
          LatencyStage.DECODE,
          LatencyStage.PREPROCESS,
          LatencyStage.INFERENCE,
          LatencyStage.POSTPROCESS,
          LatencyStage.REFINE,
          LatencyStage.END_TO_END);

  private FirstCallsTable() {}

  public static Table of(List<Entry> entries) {
    return of(entries, stage -> !WARM.contains(stage));
  }

  /** Only stages that are wanted and that a trial was timed in. */
  static Table of(List<Entry> entries, Predicate<LatencyStage> wanted) {
    List<LatencyStage> stages =
        Arrays.stream(LatencyStage.values())
            .filter(wanted)
            .filter(stage -> entries.stream().anyMatch(entry -> timing(entry, stage).isPresent()))
            .toList();
    EntryColumns names = new EntryColumns(entries);
    List<Column> columns = new ArrayList<>(names.columns());
    for (LatencyStage stage : stages) {
      String title = ReportTables.stageTitle(stage);
      String median = stage.id() + "_p50_ms";
      columns.add(
          names.severalData()
              ? Column.plain(median, title, "median", "ms", Quantity.MILLIS)
              : Column.millis(median, title, "median"));
      columns.add(Column.plain(stage.id() + "_max_ms", title, "slowest", "ms", Quantity.MILLIS));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry entry : entries) {
      if (stages.stream().noneMatch(stage -> timing(entry, stage).isPresent())) {
        continue;
      }
      List<Cell> row = new ArrayList<>(names.cells(entry));
      for (LatencyStage stage : stages) {
        Optional<LatencyDistribution> timing = timing(entry, stage);
        row.add(Cell.of(timing.map(FirstCallsTable::median).orElse(null)));
        row.add(Cell.of(timing.map(FirstCallsTable::slowest).orElse(null)));
      }
      rows.add(row);
    }
    String caption =
        "Calls that a warm loop does not have: in a process that has just started, or after a"
            + " pause. They stand apart from all other times.";
    return new Table("first-calls", caption, columns, rows).withoutEmptyColumns();
  }

  private static Optional<LatencyDistribution> timing(Entry entry, LatencyStage stage) {
    return entry.trial().latency().timings().stream()
        .filter(timing -> timing.stage() == stage)
        .findFirst();
  }

  private static double median(LatencyDistribution timing) {
    return timing.percentiles() == null ? timing.score() : timing.percentiles().p50();
  }

  private static double slowest(LatencyDistribution timing) {
    return timing.percentiles() == null ? timing.score() : timing.percentiles().max();
  }
}
