package io.github.segbench.engine.result;

import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The file {@code scenarios.csv}: one row for each scenario of a trial. */
final class ScenariosCsv {
  private static final List<String> HEADER =
      List.of(
          "trial",
          "model",
          "backend",
          "device",
          "precision",
          "scenario",
          "images",
          "images_per_query",
          "threads",
          "queries",
          "seconds",
          "unit",
          "score",
          "p50",
          "p90",
          "p95",
          "p99",
          "p99_9",
          "min",
          "max",
          "bound");

  private ScenariosCsv() {}

  static String write(List<TrialResult> trials) {
    CsvTable table = new CsvTable(HEADER);
    for (TrialResult trial : trials) {
      trial.latency().scenarios().forEach(scenario -> write(table, trial.identity(), scenario));
    }
    return table.toString();
  }

  private static void write(CsvTable table, TrialIdentity trial, ScenarioResult result) {
    Percentiles percentiles = result.percentiles();
    table.row(
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
        result.score(),
        percentiles == null ? null : percentiles.p50(),
        percentiles == null ? null : percentiles.p90(),
        percentiles == null ? null : percentiles.p95(),
        percentiles == null ? null : percentiles.p99(),
        percentiles == null ? null : percentiles.p999(),
        percentiles == null ? null : percentiles.min(),
        percentiles == null ? null : percentiles.max(),
        result.boundMillis());
  }

  static ScenarioResult read(CSVRecord row) {
    @Nullable Percentiles percentiles = LatencyCsv.percentiles(row);
    return new ScenarioResult(
        Scenario.named(row.get("scenario"))
            .orElseThrow(
                () -> new IllegalArgumentException("unknown scenario " + row.get("scenario"))),
        Integer.parseInt(row.get("images")),
        Integer.parseInt(row.get("images_per_query")),
        Integer.parseInt(row.get("threads")),
        Long.parseLong(row.get("queries")),
        Double.parseDouble(row.get("seconds")),
        CsvTable.number(row, "score"),
        percentiles,
        CsvTable.number(row, "bound"));
  }
}
