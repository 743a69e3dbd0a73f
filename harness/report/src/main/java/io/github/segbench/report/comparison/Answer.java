package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.result.TrialResult;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.report.comparison.Comparison.Scored;
import io.github.segbench.report.table.Quantity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came out, in sentences. */
public final class Answer {
  private Answer() {}

  /**
   * The most accurate model of each comparison, the fastest on each data set, and what is missing.
   */
  public static List<Statement> of(List<Entry> entries, List<Comparison> comparisons) {
    List<Statement> statements = new ArrayList<>();
    boolean oneData = comparisons.stream().map(Comparison::data).distinct().count() <= 1;
    for (Comparison comparison : comparisons) {
      boolean oneConvention =
          comparisons.stream()
              .noneMatch(
                  other ->
                      other.task() == comparison.task()
                          && other.convention() != comparison.convention());
      addMostAccurate(statements, comparison, oneData, oneConvention);
    }
    addFastest(statements, entries);
    addMissing(statements, entries);
    return statements;
  }

  private static void addMostAccurate(
      List<Statement> statements, Comparison comparison, boolean oneData, boolean oneConvention) {
    String metric = comparison.headline().metric();
    List<Scored> valued =
        comparison.scored().stream()
            .filter(s -> s.overall(metric).filter(v -> v.value() != null).isPresent())
            .toList();
    if (valued.isEmpty()) {
      return;
    }
    String where =
        " in "
            + comparison.task().id()
            + " segmentation"
            + (oneConvention ? "" : " under the convention " + comparison.convention().id())
            + (oneData ? "" : " on " + comparison.data());
    MetricValue best = valued.get(0).overall(metric).orElseThrow();
    String number = metric + " " + percent(best);
    if (valued.size() == 1) {
      statements.add(
          new Statement(valued.get(0).entry().label(), " reaches " + number + where + "."));
      return;
    }
    MetricValue second = valued.get(1).overall(metric).orElseThrow();
    if (readsAlike(best, second)) {
      statements.add(
          new Statement(
              valued.get(0).entry().label(),
              " and "
                  + valued.get(1).entry().label()
                  + " are the most accurate"
                  + where
                  + ": "
                  + number
                  + " and "
                  + percent(second)
                  + "."));
      return;
    }
    statements.add(
        new Statement(
            valued.get(0).entry().label(),
            " is the most accurate"
                + where
                + ": "
                + number
                + ", ahead of "
                + valued.get(1).entry().label()
                + " with "
                + percent(second)
                + (overlap(best.interval(), second.interval())
                    ? " (the intervals overlap)."
                    : ".")));
  }

  /** Whether a reader sees the same number twice, as tables then mark both as the best. */
  private static boolean readsAlike(MetricValue best, MetricValue second) {
    return best.value() != null
        && second.value() != null
        && Quantity.PERCENT.format(best.value()).equals(Quantity.PERCENT.format(second.value()));
  }

  private static boolean overlap(@Nullable Interval best, @Nullable Interval second) {
    return best != null && second != null && best.low() <= second.high();
  }

  private static String percent(MetricValue metric) {
    Double value = metric.value();
    if (value == null) {
      return "–";
    }
    Interval interval = metric.interval();
    String text = Quantity.PERCENT.format(value) + "%";
    return interval == null
        ? text
        : text
            + " ["
            + Quantity.PERCENT.format(interval.low())
            + ", "
            + Quantity.PERCENT.format(interval.high())
            + "]";
  }

  /** Images of two data sets may differ in size, so that times are compared within one alone. */
  private static void addFastest(List<Statement> statements, List<Entry> entries) {
    Map<String, List<Entry>> timed = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.timings().percentiles(LatencyStage.END_TO_END).isPresent()) {
        timed
            .computeIfAbsent(Comparison.data(entry.identity()), data -> new ArrayList<>())
            .add(entry);
      }
    }
    timed.forEach(
        (data, all) -> addFastest(statements, all, timed.size() == 1 ? "" : " on " + data));
  }

  private static void addFastest(List<Statement> statements, List<Entry> timed, String where) {
    Entry fastest = Collections.min(timed, Comparator.comparingDouble(Answer::median));
    Percentiles best = fastest.timings().percentiles(LatencyStage.END_TO_END).orElseThrow();
    statements.add(
        new Statement(
            fastest.label(),
            (timed.size() == 1 ? where + " takes " : " is the fastest" + where + ": ")
                + Quantity.MILLIS.format(best.p50())
                + " ms from image file to segmentation in the median, "
                + Quantity.MILLIS.format(best.p99())
                + " ms at the 99th percentile."));
  }

  private static double median(Entry entry) {
    return entry
        .timings()
        .percentiles(LatencyStage.END_TO_END)
        .map(Percentiles::p50)
        .orElse(Double.MAX_VALUE);
  }

  private static void addMissing(List<Statement> statements, List<Entry> entries) {
    long skipped = entries.stream().filter(e -> e.trial() instanceof TrialResult.Skipped).count();
    long failed = entries.stream().filter(e -> e.trial() instanceof TrialResult.Failed).count();
    if (entries.isEmpty()) {
      statements.add(new Statement("", "The run has no trials."));
    } else if (skipped + failed > 0) {
      statements.add(
          new Statement(
              "",
              "Of "
                  + entries.size()
                  + (entries.size() == 1 ? " trial, " : " trials, ")
                  + skipped
                  + (skipped == 1 ? " was skipped and " : " were skipped and ")
                  + failed
                  + " failed."));
    }
  }
}
