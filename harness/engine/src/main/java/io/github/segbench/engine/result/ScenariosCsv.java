package io.github.segbench.engine.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The file {@code scenarios.csv}: one row for each scenario of a trial. */
final class ScenariosCsv {
  private static final List<String> HEADER =
      CsvTable.joined(
          List.of("trial", "model", "backend", "device", "precision", "scenario", "images"),
          List.of("images_per_query", "threads", "queries", "seconds", "unit", "score"),
          PercentileColumns.titles(),
          List.of("bound", "batch"));

  private ScenariosCsv() {}

  static String write(List<TrialResult> trials) {
    CsvTable table = new CsvTable(HEADER);
    for (TrialResult trial : trials) {
      trial.latency().scenarios().forEach(scenario -> write(table, trial.identity(), scenario));
    }
    return table.toString();
  }

  private static void write(CsvTable table, TrialIdentity trial, ScenarioResult result) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.addAll(
        Arrays.asList(
            trial.id(),
            trial.modelId(),
            trial.backend(),
            trial.device(),
            trial.precision(),
            result.scenario().id(),
            result.images(),
            result.imagesPerQuery(),
            result.threads(),
            result.queries(),
            result.seconds(),
            result.scenario().unit(),
            result.score()));
    cells.addAll(PercentileColumns.cells(result.percentiles()));
    cells.add(result.boundMillis());
    cells.add(result.batch());
    table.row(cells.toArray());
  }

  static ScenarioResult read(CSVRecord row) {
    return new ScenarioResult(
        Scenario.named(row.get("scenario"))
            .orElseThrow(
                () -> new IllegalArgumentException("unknown scenario " + row.get("scenario"))),
        Integer.parseInt(row.get("images")),
        Integer.parseInt(row.get("images_per_query")),
        Integer.parseInt(row.get("threads")),
        batch(row),
        Long.parseLong(row.get("queries")),
        Double.parseDouble(row.get("seconds")),
        CsvTable.number(row, "score"),
        PercentileColumns.read(row),
        CsvTable.number(row, "bound"));
  }

  /** Null for older files, which do not have the column. */
  private static @Nullable Integer batch(CSVRecord row) {
    return row.isMapped("batch") && !row.get("batch").isEmpty()
        ? Integer.valueOf(row.get("batch"))
        : null;
  }
}
