package io.github.segbench.engine.score;

import io.github.segbench.engine.result.CsvTable;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.statistics.PairedDifference;
import java.util.List;

/** The file {@code differences.csv}: one row for each number of each pair of candidates. */
public final class DifferencesCsv {
  /** Its name in the folder of a run. */
  public static final String NAME = "differences.csv";

  private static final List<String> HEADER =
      List.of(
          "first",
          "second",
          "convention",
          "metric",
          "category",
          "difference",
          "ci_low",
          "ci_high",
          "significant");

  private DifferencesCsv() {}

  public static String write(List<Difference> differences) {
    CsvTable table = new CsvTable(HEADER);
    for (Difference pair : differences) {
      for (PairedDifference difference : pair.differences()) {
        Interval interval = difference.interval();
        table.row(
            pair.first(),
            pair.second(),
            pair.convention().id(),
            difference.quantity().metric(),
            difference.quantity().category(),
            difference.difference(),
            interval == null ? null : interval.low(),
            interval == null ? null : interval.high(),
            interval == null ? null : difference.isSignificant());
      }
    }
    return table.toString();
  }
}
