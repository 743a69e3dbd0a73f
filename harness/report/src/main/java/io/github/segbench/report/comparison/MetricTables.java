package io.github.segbench.report.comparison;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.report.comparison.Comparison.Scored;
import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Quantity;
import io.github.segbench.report.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables of everything that was scored, beyond the leaderboard's few numbers. They have no rows
 * where {@link PanopticTable} shows all that there is.
 */
public final class MetricTables {
  private static final List<String> WHOLES =
      List.of(MetricValue.ALL, MetricValue.THINGS, MetricValue.STUFF);

  private MetricTables() {}

  /** A row for each metric over all categories, things or stuff; a column for each model. */
  public static Table overall(Comparison comparison) {
    List<Column> columns = new ArrayList<>(List.of(Column.text("metric", "Metric")));
    comparison.scored().stream()
        .map(scored -> scored.entry().label())
        .forEach(label -> columns.add(Column.percent(label, "", label, true)));
    List<List<Cell>> rows = new ArrayList<>();
    for (String metric : metrics(comparison, true)) {
      for (String whole : WHOLES) {
        if (has(comparison, metric, whole)) {
          List<Cell> row = new ArrayList<>();
          String name = Headline.title(metric);
          row.add(Cell.of(whole.equals(MetricValue.ALL) ? name : name + " of " + whole));
          comparison
              .scored()
              .forEach(scored -> row.add(Cell.of(scored.evaluation().value(metric, whole))));
          rows.add(row);
        }
      }
    }
    return new Table(
        "metrics-" + comparison.name(),
        "Every metric of " + where(comparison) + intervals(comparison),
        columns,
        rows,
        Table.Best.OF_ROW);
  }

  /** A row for each model and category, a column for each metric that single categories have. */
  public static Table byCategory(Comparison comparison) {
    List<String> metrics = metrics(comparison, false);
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("model", "Model"));
    columns.add(Column.text("category", "Category"));
    metrics.forEach(
        metric ->
            columns.add(Column.plain(metric, "", Headline.title(metric), "%", Quantity.PERCENT)));
    List<List<Cell>> rows = new ArrayList<>();
    for (Scored scored : metrics.isEmpty() ? List.<Scored>of() : comparison.scored()) {
      for (String category : comparison.categories()) {
        List<Cell> row = new ArrayList<>();
        row.add(Cell.of(scored.entry().label()));
        row.add(Cell.of(category));
        metrics.forEach(
            metric ->
                row.add(
                    Cell.of(
                        scored
                            .evaluation()
                            .value(metric, category)
                            .map(MetricValue::value)
                            .orElse(null))));
        rows.add(row);
      }
    }
    return new Table(
        "details-" + comparison.name(),
        "Every metric of each category of " + where(comparison) + ".",
        columns,
        rows);
  }

  /** Names of the metrics that wholes, or that single categories have, in the order of scoring. */
  private static List<String> metrics(Comparison comparison, boolean ofWholes) {
    Set<String> names = new LinkedHashSet<>();
    names.add(ofWholes ? comparison.headline().metric() : comparison.headline().categoryMetric());
    values(comparison)
        .filter(value -> WHOLES.contains(value.category()) == ofWholes)
        .map(MetricValue::metric)
        .forEach(names::add);
    if (comparison.task() == SegmentationTask.PANOPTIC) {
      PanopticTable.METRICS.forEach(names::remove);
    }
    return List.copyOf(names);
  }

  private static boolean has(Comparison comparison, String metric, String category) {
    return values(comparison)
        .anyMatch(value -> value.metric().equals(metric) && value.category().equals(category));
  }

  private static Stream<MetricValue> values(Comparison comparison) {
    return comparison.scored().stream()
        .flatMap(scored -> scored.evaluation().values().stream())
        .filter(value -> value.value() != null);
  }

  private static String where(Comparison comparison) {
    return comparison.task().id() + " segmentation on " + comparison.data();
  }

  private static String intervals(Comparison comparison) {
    return comparison.hasIntervals() ? ", with 95% intervals." : ".";
  }
}
