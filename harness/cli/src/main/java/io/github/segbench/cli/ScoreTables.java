package io.github.segbench.cli;

import io.github.segbench.engine.score.Difference;
import io.github.segbench.engine.score.ScoreJob;
import io.github.segbench.engine.score.ScoredCandidate;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.statistics.PairedDifference;
import io.github.segbench.metrics.statistics.SliceValues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Scores as text: a row for each number, a column for each candidate and convention. */
final class ScoreTables {
  private static final Set<String> MEANS =
      Set.of(MetricValue.ALL, MetricValue.THINGS, MetricValue.STUFF);
  private static final String ABSENT = "-";

  private final List<String> headers = new ArrayList<>();
  private final List<Map<Quantity, MetricValue>> columns = new ArrayList<>();

  ScoreTables(ScoreJob job, List<ScoredCandidate> scored) {
    for (ScoredCandidate candidate : scored) {
      for (Evaluation evaluation : candidate.evaluations()) {
        String convention = evaluation.convention().id();
        headers.add(
            scored.size() == 1
                ? convention
                : job.conventions().size() == 1
                    ? candidate.candidate().name()
                    : candidate.candidate().name() + " " + convention);
        columns.add(byQuantity(evaluation));
      }
    }
  }

  /** In the order of the values. */
  private static Map<Quantity, MetricValue> byQuantity(Evaluation evaluation) {
    Map<Quantity, MetricValue> values = new LinkedHashMap<>();
    for (MetricValue value : evaluation.values()) {
      values.put(new Quantity(value.metric(), value.category()), value);
    }
    return values;
  }

  /** The numbers over all categories. */
  TextTable overall() {
    return table(MEANS::contains);
  }

  /** The numbers of single categories. */
  TextTable categories() {
    return table(category -> !MEANS.contains(category));
  }

  private TextTable table(Predicate<String> categories) {
    Set<Quantity> rows = new LinkedHashSet<>();
    for (Map<Quantity, MetricValue> column : columns) {
      column.keySet().stream()
          .filter(quantity -> categories.test(quantity.category()))
          .forEach(rows::add);
    }
    List<String> header = new ArrayList<>(List.of("METRIC", "CATEGORY"));
    header.addAll(headers);
    TextTable table = new TextTable(header.toArray(String[]::new));
    for (Quantity row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.metric(), row.category()));
      for (Map<Quantity, MetricValue> column : columns) {
        MetricValue value = column.get(row);
        cells.add(value == null ? "" : cell(value));
      }
      table.add(cells.toArray(String[]::new));
    }
    return table;
  }

  private static String cell(MetricValue value) {
    return cell(value.value(), value.interval());
  }

  private static String cell(@Nullable Double value, @Nullable Interval interval) {
    if (value == null) {
      return ABSENT;
    }
    return interval == null
        ? number(value)
        : number(value) + " [" + number(interval.low()) + ", " + number(interval.high()) + "]";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }

  /** The numbers over all categories of each slice, as far as they are defined there. */
  static TextTable slices(List<ScoredCandidate> scored) {
    TextTable table =
        new TextTable(
            "SLICE", "METRIC", "CATEGORY", "PREDICTIONS", "CONVENTION", "VALUE", "IMAGES");
    for (ScoredCandidate candidate : scored) {
      for (int i = 0; i < candidate.slices().size(); i++) {
        String convention = candidate.evaluations().get(i).convention().id();
        for (SliceValues slice : candidate.slices().get(i)) {
          for (MetricValue value : slice.values()) {
            if (MEANS.contains(value.category()) && value.value() != null) {
              table.add(
                  slice.slice(),
                  value.metric(),
                  value.category(),
                  candidate.candidate().name(),
                  convention,
                  cell(value),
                  Integer.toString(value.images()));
            }
          }
        }
      }
    }
    return table;
  }

  /** How much better each candidate is than the first; a star where the interval leaves out 0. */
  static TextTable differences(List<Difference> pairs) {
    TextTable table =
        new TextTable("METRIC", "CATEGORY", "CONVENTION", "DIFFERENCE", "", "SECOND - FIRST");
    for (Difference pair : pairs) {
      for (PairedDifference difference : pair.differences()) {
        if (MEANS.contains(difference.quantity().category())) {
          table.add(
              difference.quantity().metric(),
              difference.quantity().category(),
              pair.convention().id(),
              cell(difference.difference(), difference.interval()),
              difference.isSignificant() ? "*" : "",
              pair.second() + " - " + pair.first());
        }
      }
    }
    return table;
  }
}
