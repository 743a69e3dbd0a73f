package io.github.segbench.report.comparison;

import io.github.segbench.api.inference.Precision;
import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.report.ReportInput;
import io.github.segbench.report.comparison.Comparison.Scored;
import io.github.segbench.report.table.Cell;
import io.github.segbench.report.table.Column;
import io.github.segbench.report.table.Column.Better;
import io.github.segbench.report.table.Quantity;
import io.github.segbench.report.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model's lower precision costs in accuracy and gains in speed: a row for each precision of
 * each model on each device, with the change against fp32 on the same images.
 */
public final class PrecisionTable {
  private static final String END_TO_END = "End to end";
  private static final String INFERENCE = "Inference";

  private final Comparison comparison;
  private final List<List<Scored>> groups;

  private PrecisionTable(Comparison comparison, List<List<Scored>> groups) {
    this.comparison = comparison;
    this.groups = groups;
  }

  /** Empty if no model of the comparison has several precisions. */
  public static Optional<Table> of(Comparison comparison) {
    Map<Group, List<Scored>> groups = new LinkedHashMap<>();
    for (Scored scored : comparison.scored()) {
      groups.computeIfAbsent(Group.of(scored.entry()), g -> new ArrayList<>()).add(scored);
    }
    List<List<Scored>> several =
        groups.values().stream()
            .filter(group -> group.stream().map(PrecisionTable::precision).distinct().count() > 1)
            .map(PrecisionTable::inOrder)
            .toList();
    return several.isEmpty()
        ? Optional.empty()
        : Optional.of(new PrecisionTable(comparison, several).table());
  }

  /** What must be the same so that two rows differ by their precision alone. */
  private record Group(
      ReportInput run, String model, String backend, String version, String device) {
    static Group of(Entry entry) {
      TrialIdentity identity = entry.identity();
      return new Group(
          entry.run(),
          identity.modelId(),
          identity.backend(),
          identity.backendVersion(),
          identity.device());
    }
  }

  private static String precision(Scored scored) {
    return scored.entry().identity().precision();
  }

  /** fp32 first, then as wide as the numbers are; one precision may stand twice. */
  private static List<Scored> inOrder(List<Scored> group) {
    List<Scored> ordered = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      group.stream().filter(s -> precision(s).equals(precision.id())).forEach(ordered::add);
    }
    return ordered;
  }

  private Table table() {
    String metric = comparison.headline().metric();
    List<Column> columns =
        List.of(
            Column.text("model", "Model"),
            Column.text("precision", "Precision"),
            new Column(metric, "", metric, "%", Quantity.PERCENT, Better.NEITHER, true),
            new Column(
                metric + "_change", "", "Change", "points", Quantity.POINTS, Better.NEITHER, false),
            plain("file_bytes", "", "File", "MB", Quantity.MEGABYTES),
            plain("end_to_end_p50_ms", END_TO_END, "p50", "ms", Quantity.MILLIS),
            plain("end_to_end_speedup", END_TO_END, "Speed-up", "", Quantity.FACTOR),
            plain("inference_p50_ms", INFERENCE, "p50", "ms", Quantity.MILLIS),
            plain("inference_speedup", INFERENCE, "Speed-up", "", Quantity.FACTOR));
    List<List<Cell>> rows = new ArrayList<>();
    for (List<Scored> group : groups) {
      Scored reference = reference(group);
      for (Scored scored : group) {
        boolean isReference = precision(scored).equals(Precision.FP32.id());
        rows.add(row(scored, isReference ? null : reference));
      }
    }
    return new Table("precision-" + comparison.name(), caption(), columns, rows)
        .withoutEmptyColumns();
  }

  /** None if fp32 stands twice, with other options: which one would be meant is not known. */
  private static @Nullable Scored reference(List<Scored> group) {
    List<Scored> candidates =
        group.stream().filter(s -> precision(s).equals(Precision.FP32.id())).toList();
    return candidates.size() == 1 ? candidates.get(0) : null;
  }

  private List<Cell> row(Scored scored, @Nullable Scored reference) {
    String metric = comparison.headline().metric();
    List<Cell> row = new ArrayList<>();
    row.add(Cell.of(scored.entry().label()));
    row.add(Cell.of(precision(scored)));
    row.add(Cell.of(scored.overall(metric)));
    row.add(Cell.of(reference == null ? null : difference(scored, reference, metric)));
    row.add(Cell.of(scored.entry().identity().modelBytes()));
    for (LatencyStage stage : List.of(LatencyStage.END_TO_END, LatencyStage.INFERENCE)) {
      Double median = median(scored, stage);
      Double before = reference == null ? null : median(reference, stage);
      row.add(Cell.of(median));
      row.add(Cell.of(median == null || before == null ? null : before / median));
    }
    return row;
  }

  private static @Nullable Double difference(Scored scored, Scored reference, String metric) {
    Double value = scored.overall(metric).map(MetricValue::value).orElse(null);
    Double before = reference.overall(metric).map(MetricValue::value).orElse(null);
    return value == null || before == null ? null : value - before;
  }

  private static @Nullable Double median(Scored scored, LatencyStage stage) {
    return scored.entry().timings().percentiles(stage).map(Percentiles::p50).orElse(null);
  }

  private String caption() {
    return "Precision: "
        + comparison.taskTitle()
        + " on "
        + comparison.data()
        + ". Change and speed-up are against fp32 of the same model on the same backend and device"
        + (comparison.hasIntervals()
            ? "; intervals are those of each value, not of the change, which is of the same images."
            : ".");
  }

  private static Column plain(
      String id, String group, String title, String unit, Quantity quantity) {
    return new Column(id, group, title, unit, quantity, Better.NEITHER, false);
  }
}
