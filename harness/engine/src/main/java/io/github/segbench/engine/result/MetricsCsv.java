package io.github.segbench.engine.result;

import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** The file {@code metrics.csv}: one row for each metric and category of a trial. */
final class MetricsCsv {
  private static final List<String> HEADER =
      List.of(
          "trial",
          "model",
          "dataset",
          "split",
          "backend",
          "device",
          "precision",
          "task",
          "convention",
          "metric",
          "category",
          "value",
          "ci_low",
          "ci_high",
          "images");

  private MetricsCsv() {}

  static String write(List<TrialResult> trials) {
    CsvTable table = new CsvTable(HEADER);
    for (TrialResult trial : trials) {
      trial
          .accuracy()
          .ifPresent(
              accuracy ->
                  accuracy
                      .evaluations()
                      .forEach(evaluation -> write(table, trial.identity(), evaluation)));
    }
    return table.toString();
  }

  private static void write(CsvTable table, TrialIdentity trial, Evaluation evaluation) {
    for (MetricValue value : evaluation.values()) {
      Interval interval = value.interval();
      table.row(
          trial.id(),
          trial.modelId(),
          trial.datasetId(),
          trial.split(),
          trial.backend(),
          trial.device(),
          trial.precision(),
          evaluation.task().id(),
          evaluation.convention().id(),
          value.metric(),
          value.category(),
          value.value(),
          interval == null ? null : interval.low(),
          interval == null ? null : interval.high(),
          value.images());
    }
  }

  static MetricValue read(CSVRecord row) {
    Double low = CsvTable.number(row, "ci_low");
    Double high = CsvTable.number(row, "ci_high");
    return new MetricValue(
        row.get("metric"),
        row.get("category"),
        CsvTable.number(row, "value"),
        low == null || high == null ? null : new Interval(low, high),
        Integer.parseInt(row.get("images")));
  }
}
