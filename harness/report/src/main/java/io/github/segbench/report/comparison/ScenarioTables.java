package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.Scenario;
import io.github.segbench.engine.result.ScenarioResult;
import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Column.Better;
import io.github.segbench.report.table.Quantity;
import io.github.segbench.report.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The tables of scenarios of use. They have no rows where none was measured; columns in which no
 * row has a value are left out.
 */
public final class ScenarioTables {
  private ScenarioTables() {}

  /** A row for each model, a column for the number that counts in each scenario. */
  public static Table scenarios(List<Entry> entries) {
    boolean alike = alike(entries);
    EntryColumns names = new EntryColumns(entries);
    List<Column> columns = new ArrayList<>(names.columns());
    columns.add(score("single_stream_p90_ms", "Single stream", "p90 ms", Better.LOWER, alike));
    columns.add(score("multi_stream_p99_ms", "Multi-stream", "p99 ms", Better.LOWER, alike));
    columns.add(score("offline_images_per_second", "Offline", "images/s", Better.HIGHER, alike));
    columns.add(score("server_queries_per_second", "Server", "queries/s", Better.HIGHER, alike));
    columns.add(Column.plain("server_bound_ms", "", "Server's bound", "p99 ms", Quantity.MILLIS));
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry entry : entries) {
      if (entry.trial().latency().scenarios().isEmpty()) {
        continue;
      }
      List<Cell> row = new ArrayList<>(names.cells(entry));
      for (Scenario scenario : Scenario.values()) {
        row.add(Cell.of(result(entry, scenario).map(ScenarioResult::score).orElse(null)));
      }
      row.add(
          Cell.of(result(entry, Scenario.SERVER).map(ScenarioResult::boundMillis).orElse(null)));
      rows.add(row);
    }
    String caption =
        "How many images a model serves, in the scenarios of MLPerf Inference. Single stream: one"
            + " image after the other. Multi-stream: several at once. Offline: all at once. Server:"
            + " images at random times, at the highest rate that keeps the bound; a dash where no"
            + " rate does.";
    return new Table("scenarios", caption, columns, rows).withoutEmptyColumns();
  }

  private static Column score(
      String id, String title, String unit, Better better, boolean comparable) {
    return new Column(
        id, "", title, unit, Quantity.MILLIS, comparable ? better : Better.NEITHER, false);
  }

  /** Whether the models did the same: on one data set, and one way of each scenario. */
  private static boolean alike(List<Entry> entries) {
    List<Entry> measured =
        entries.stream().filter(e -> !e.trial().latency().scenarios().isEmpty()).toList();
    return !new EntryColumns(measured).severalData()
        && Arrays.stream(Scenario.values())
            .allMatch(
                scenario ->
                    measured.stream()
                            .flatMap(entry -> result(entry, scenario).stream())
                            .map(ScenarioTables::setting)
                            .distinct()
                            .count()
                        <= 1);
  }

  private static List<@Nullable Object> setting(ScenarioResult result) {
    return Arrays.asList(
        result.imagesPerQuery(), result.threads(), result.batch(), result.boundMillis());
  }

  private static Optional<ScenarioResult> result(Entry entry, Scenario scenario) {
    return entry.trial().latency().scenarios().stream()
        .filter(result -> result.scenario() == scenario)
        .findFirst();
  }

  /** A row for each model and scenario: how it was measured, and all its percentiles. */
  public static Table queries(List<Entry> entries) {
    EntryColumns names = new EntryColumns(entries);
    List<Column> columns = new ArrayList<>(names.columns());
    columns.add(Column.text("scenario", "Scenario"));
    columns.add(Column.plain("score", "", "Score", "", Quantity.NUMBER));
    columns.add(Column.text("unit", "Unit"));
    columns.add(Column.plain("bound_ms", "", "Bound", "ms", Quantity.MILLIS));
    columns.add(Column.plain("images", "", "Images", "", Quantity.COUNT));
    columns.add(Column.plain("images_per_query", "", "A query", "", Quantity.COUNT));
    columns.add(Column.plain("threads", "", "Threads", "", Quantity.COUNT));
    columns.add(Column.plain("batch", "", "Batch", "", Quantity.COUNT));
    columns.add(Column.plain("queries", "", "Queries", "", Quantity.COUNT));
    columns.add(Column.plain("seconds", "", "Took", "s", Quantity.NUMBER));
    for (String percentile : List.of("p50", "p90", "p95", "p99", "p99.9", "max")) {
      String id = percentile.replace('.', '_') + "_ms";
      columns.add(Column.plain(id, "Latency of a query", percentile, "ms", Quantity.MILLIS));
    }
    List<List<Cell>> rows = new ArrayList<>();
    for (Entry entry : entries) {
      for (ScenarioResult result : entry.trial().latency().scenarios()) {
        List<Cell> row = new ArrayList<>(names.cells(entry));
        row.add(Cell.of(ReportTables.words(result.scenario().id())));
        row.add(Cell.of(result.score()));
        row.add(Cell.of(result.scenario().unit()));
        row.add(Cell.of(result.boundMillis()));
        row.add(Cell.of(result.images()));
        row.add(Cell.of(result.imagesPerQuery()));
        row.add(Cell.of(result.threads()));
        row.add(Cell.of(result.batch()));
        row.add(Cell.of(result.queries()));
        row.add(Cell.of(result.seconds()));
        percentiles(result.percentiles()).forEach(row::add);
        rows.add(row);
      }
    }
    return new Table("queries", "How each scenario was measured.", columns, rows)
        .withoutEmptyColumns();
  }

  private static List<Cell> percentiles(@Nullable Percentiles percentiles) {
    List<ToDoubleFunction<Percentiles>> getters =
        List.of(
            Percentiles::p50,
            Percentiles::p90,
            Percentiles::p95,
            Percentiles::p99,
            Percentiles::p999,
            Percentiles::max);
    return getters.stream()
        .map(
            getter -> percentiles == null ? Cell.EMPTY : Cell.of(getter.applyAsDouble(percentiles)))
        .toList();
  }
}
