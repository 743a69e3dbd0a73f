package io.github.segbench.report.comparison;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.report.comparison.Comparison.Scored;
import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Column.Better;
import io.github.segbench.report.table.Quantity;
import io.github.segbench.report.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What panoptic quality is made of: PQ, SQ and RQ of all, things, stuff and each category. */
public final class PanopticTable {
  /** What is in this table of a panoptic comparison, and so in no other one of all metrics. */
  static final List<String> METRICS = List.of("PQ", "SQ", "RQ");

  private static final List<String> MEANS =
      List.of(MetricValue.ALL, MetricValue.THINGS, MetricValue.STUFF);

  private PanopticTable() {}

  /** Three columns for each model; empty unless the task is panoptic. */
  public static Optional<Table> of(Comparison comparison) {
    if (comparison.task() != SegmentationTask.PANOPTIC) {
      return Optional.empty();
    }
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("category", "Category"));
    for (Scored scored : comparison.scored()) {
      String label = scored.entry().label();
      for (String metric : METRICS) {
        columns.add(
            new Column(
                label + " " + metric, label, metric, "%", Quantity.PERCENT, Better.NEITHER, false));
      }
    }
    List<String> categories = new ArrayList<>(MEANS);
    categories.addAll(comparison.categories());
    List<List<Cell>> rows = new ArrayList<>();
    for (String category : categories) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(category));
      for (Scored scored : comparison.scored()) {
        METRICS.forEach(metric -> row.add(Cell.of(scored.evaluation().value(metric, category))));
      }
      rows.add(row);
    }
    String caption =
        "Panoptic quality on "
            + comparison.data()
            + ": PQ of a category is SQ, the mean IoU of its matched segments, times RQ, the F1"
            + " of its segments"
            + (comparison.hasIntervals() ? "; with 95% intervals." : ".");
    return Optional.of(
        new Table("quality-" + comparison.name(), caption, columns, rows).withoutEmptyColumns());
  }
}
