package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.report.chart.DistributionChart;
import io.github.segbench.report.chart.DotChart;
import io.github.segbench.report.chart.Ink;
import io.github.segbench.report.chart.ScatterChart;
import io.github.segbench.report.chart.StackedBarChart;
import io.github.segbench.report.comparison.Comparison.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The data of a report's charts; empty where nothing was measured. */
public final class ReportCharts {
  /** More categories than this are left to the table. */
  public static final int MOST_CATEGORIES = 40;

  private static final List<LatencyStage> STAGES =
      List.of(
          LatencyStage.DECODE,
          LatencyStage.PREPROCESS,
          LatencyStage.INFERENCE,
          LatencyStage.POSTPROCESS,
          LatencyStage.REFINE);

  private ReportCharts() {}

  /** Headline metric in per cent against median latency end to end. */
  public static Optional<ScatterChart> accuracyAgainstLatency(Comparison comparison) {
    String metric = comparison.headline().metric();
    List<ScatterChart.Point> points = new ArrayList<>();
    for (Scored scored : comparison.scored()) {
      Optional<Percentiles> latency =
          scored.entry().timings().percentiles(LatencyStage.END_TO_END).filter(p -> p.p50() > 0);
      MetricValue accuracy = scored.overall(metric).orElse(null);
      if (latency.isPresent() && accuracy != null && accuracy.value() != null) {
        double value = accuracy.value();
        Interval interval = accuracy.interval();
        points.add(
            new ScatterChart.Point(
                scored.entry().label(),
                scored.entry().series(),
                latency.get().p50(),
                value * 100,
                (interval == null ? value : interval.low()) * 100,
                (interval == null ? value : interval.high()) * 100));
      }
    }
    return points.isEmpty()
        ? Optional.empty()
        : Optional.of(new ScatterChart("Latency end to end, median (ms)", metric + " (%)", points));
  }

  /**
   * The categories' metric of each model. Of more than {@link #MOST_CATEGORIES}, those are shown in
   * which the best model is worst.
   */
  public static Optional<DotChart> categories(Comparison comparison) {
    String metric = comparison.headline().categoryMetric();
    List<String> rows = shown(comparison, metric);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<DotChart.Model> models = new ArrayList<>();
    for (Scored scored : comparison.scored()) {
      List<DotChart.Value> values = new ArrayList<>();
      for (String row : rows) {
        Optional<MetricValue> value = scored.evaluation().value(metric, row);
        values.add(
            DotChart.Value.ofFraction(
                value.map(MetricValue::value).orElse(null),
                value.map(MetricValue::interval).orElse(null)));
      }
      models.add(new DotChart.Model(scored.entry().label(), scored.entry().series(), values));
    }
    return Optional.of(new DotChart(metric + " (%)", rows, models));
  }

  private static List<String> shown(Comparison comparison, String metric) {
    List<String> all = comparison.categories();
    if (all.size() <= MOST_CATEGORIES) {
      return all;
    }
    Scored best = comparison.scored().get(0);
    return all.stream()
        .sorted(
            Comparator.comparingDouble(
                category ->
                    best.evaluation().value(metric, category).map(MetricValue::value).orElse(2.0)))
        .limit(MOST_CATEGORIES)
        .toList();
  }

  /** Latency end to end of each trial that was timed. */
  public static Optional<DistributionChart> latencies(List<Entry> entries) {
    EntryColumns names = new EntryColumns(entries);
    List<DistributionChart.Row> rows = new ArrayList<>();
    for (Entry entry : entries) {
      Optional<LatencyDistribution> timing = entry.timings().sampled(LatencyStage.END_TO_END);
      Optional<Percentiles> percentiles = entry.timings().percentiles(LatencyStage.END_TO_END);
      if (timing.isPresent() && percentiles.isPresent()) {
        rows.add(
            new DistributionChart.Row(
                names.name(entry),
                entry.series(),
                percentiles.get().p50(),
                percentiles.get().p99(),
                timing.get().histogram().stream()
                    .map(bucket -> new DistributionChart.Bucket(bucket.millis(), bucket.count()))
                    .toList()));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new DistributionChart("Latency end to end (ms)", rows));
  }

  /**
   * Median of each stage of each trial that was timed by stage; stages that none has are left out.
   */
  public static Optional<StackedBarChart> stages(List<Entry> entries) {
    List<Entry> timed =
        entries.stream()
            .filter(e -> STAGES.stream().anyMatch(s -> e.timings().percentiles(s).isPresent()))
            .toList();
    if (timed.isEmpty()) {
      return Optional.empty();
    }
    EntryColumns names = new EntryColumns(entries);
    List<StackedBarChart.Layer> layers = new ArrayList<>();
    for (LatencyStage stage : STAGES) {
      if (timed.stream().noneMatch(e -> e.timings().percentiles(stage).isPresent())) {
        continue;
      }
      List<Double> values =
          timed.stream()
              .map(e -> e.timings().percentiles(stage).map(Percentiles::p50).orElse(0.0))
              .toList();
      layers.add(new StackedBarChart.Layer(stage.id(), Ink.stage(STAGES.indexOf(stage)), values));
    }
    return Optional.of(
        new StackedBarChart(
            "Median of each stage (ms)", timed.stream().map(names::name).toList(), layers));
  }
}
