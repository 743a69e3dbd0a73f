package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.report.chart.LineChart;
import io.github.segbench.report.chart.WhiskerChart;
import io.github.segbench.report.comparison.Comparison.Scored;
import io.github.segbench.report.table.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/** The data of charts that set the models beside one another; empty where there is nothing to. */
public final class ModelCharts {
  private static final double MILLIS = 1000;

  private ModelCharts() {}

  /** The headline metric of each model in per cent, with its interval. */
  public static Optional<WhiskerChart> accuracies(Comparison comparison) {
    String metric = comparison.headline().metric();
    List<WhiskerChart.Bar> bars = new ArrayList<>();
    for (Scored scored : comparison.scored()) {
      MetricValue measured = scored.overall(metric).orElse(null);
      if (measured != null && measured.value() != null) {
        double value = measured.value();
        Interval interval = measured.interval();
        String text = Quantity.PERCENT.format(value) + "%";
        bars.add(
            new WhiskerChart.Bar(
                scored.entry().label(),
                scored.entry().series(),
                value * 100,
                (interval == null ? value : interval.low()) * 100,
                (interval == null ? value : interval.high()) * 100,
                text));
      }
    }
    return chart(metric + " (%)", bars);
  }

  /** The median latency end to end of each model, with a line up to the 99th percentile. */
  public static Optional<WhiskerChart> latencies(List<Entry> entries) {
    EntryColumns names = new EntryColumns(entries);
    List<WhiskerChart.Bar> bars = new ArrayList<>();
    for (Entry entry : entries) {
      Optional<Percentiles> percentiles = entry.timings().percentiles(LatencyStage.END_TO_END);
      if (percentiles.isPresent()) {
        double p50 = percentiles.get().p50();
        double p99 = Math.max(p50, percentiles.get().p99());
        String text = Quantity.MILLIS.format(p50) + " to " + Quantity.MILLIS.format(p99) + " ms";
        bars.add(new WhiskerChart.Bar(names.name(entry), entry.series(), p50, p50, p99, text));
      }
    }
    return chart("Latency end to end, median to 99th percentile (ms)", bars);
  }

  private static Optional<WhiskerChart> chart(String xTitle, List<WhiskerChart.Bar> bars) {
    return bars.isEmpty() ? Optional.empty() : Optional.of(new WhiskerChart(xTitle, bars));
  }

  /** Images a second end to end with each number of threads; empty if only one was measured. */
  public static Optional<LineChart> threads(List<Entry> entries) {
    return lines(
        "Threads",
        "Images/s, end to end",
        entries,
        timing ->
            timing.stage() == LatencyStage.END_TO_END && timing.mode() == LatencyMode.THROUGHPUT,
        LatencyDistribution::threads,
        LatencyDistribution::score);
  }

  /** Images a second of the network alone with each batch; empty if only one was measured. */
  public static Optional<LineChart> batches(List<Entry> entries) {
    return lines(
        "Batch",
        "Images/s, inference on one thread",
        entries,
        timing ->
            timing.stage() == LatencyStage.INFERENCE
                && timing.mode() == LatencyMode.SAMPLE
                && timing.threads() == 1,
        LatencyDistribution::batch,
        timing -> timing.score() > 0 ? MILLIS * timing.batch() / timing.score() : 0);
  }

  private static Optional<LineChart> lines(
      String xTitle,
      String yTitle,
      List<Entry> entries,
      Predicate<LatencyDistribution> wanted,
      ToIntFunction<LatencyDistribution> setting,
      ToDoubleFunction<LatencyDistribution> value) {
    EntryColumns names = new EntryColumns(entries);
    List<LineChart.Line> lines = new ArrayList<>();
    for (Entry entry : entries) {
      TreeMap<Integer, Double> values = new TreeMap<>();
      entry.trial().latency().timings().stream()
          .filter(wanted)
          .forEach(
              timing ->
                  values.merge(setting.applyAsInt(timing), value.applyAsDouble(timing), Math::max));
      if (!values.isEmpty()) {
        // One model on two data sets would have two lines of one colour.
        int series = names.severalData() ? lines.size() : entry.series();
        lines.add(new LineChart.Line(names.name(entry), series, values));
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    LineChart chart = new LineChart(xTitle, yTitle, lines);
    return chart.settings().size() > 1 ? Optional.of(chart) : Optional.empty();
  }
}
