package io.github.segbench.engine.score;

import io.github.segbench.engine.result.CsvTable;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.statistics.SliceValues;
import java.util.List;

/** The file {@code slices.csv}: one row for each number of each slice of a candidate. */
public final class SlicesCsv {
  /** Its name in the folder of a run. */
  public static final String NAME = "slices.csv";

  private static final List<String> HEADER =
      List.of(
          "trial",
          "slice",
          "convention",
          "metric",
          "category",
          "value",
          "ci_low",
          "ci_high",
          "images");

  private SlicesCsv() {}

  public static String write(List<ScoredCandidate> scored) {
    CsvTable table = new CsvTable(HEADER);
    for (ScoredCandidate candidate : scored) {
      for (int i = 0; i < candidate.slices().size(); i++) {
        String convention = candidate.evaluations().get(i).convention().id();
        for (SliceValues slice : candidate.slices().get(i)) {
          slice
              .values()
              .forEach(v -> row(table, candidate.candidate().name(), slice.slice(), convention, v));
        }
      }
    }
    return table.toString();
  }

  private static void row(
      CsvTable table, String trial, String slice, String convention, MetricValue value) {
    Interval interval = value.interval();
    table.row(
        trial,
        slice,
        convention,
        value.metric(),
        value.category(),
        value.value(),
        interval == null ? null : interval.low(),
        interval == null ? null : interval.high(),
        value.images());
  }
}
