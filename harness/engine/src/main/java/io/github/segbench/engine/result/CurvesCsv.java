package io.github.segbench.engine.result;

import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.PrecisionRecallCurve;
import io.github.segbench.metrics.evaluation.PrecisionRecallCurve.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The file {@code curves.csv}: one row for each point of a precision-recall curve. */
final class CurvesCsv {
  private static final List<String> HEADER =
      List.of("trial", "task", "convention", "category", "iou", "recall", "precision");

  private CurvesCsv() {}

  /** Whether any trial has a curve. */
  static boolean isNeeded(List<TrialResult> trials) {
    return trials.stream()
        .flatMap(trial -> trial.accuracy().stream())
        .flatMap(accuracy -> accuracy.evaluations().stream())
        .anyMatch(evaluation -> !evaluation.curves().isEmpty());
  }

  static String write(List<TrialResult> trials) {
    CsvTable table = new CsvTable(HEADER);
    for (TrialResult trial : trials) {
      trial
          .accuracy()
          .ifPresent(
              accuracy ->
                  accuracy
                      .evaluations()
                      .forEach(evaluation -> write(table, trial.identity().id(), evaluation)));
    }
    return table.toString();
  }

  private static void write(CsvTable table, String trial, Evaluation evaluation) {
    for (PrecisionRecallCurve curve : evaluation.curves()) {
      for (Point point : curve.points()) {
        table.row(
            trial,
            evaluation.task().id(),
            evaluation.convention().id(),
            MetricValue.ALL,
            curve.iou(),
            point.recall(),
            point.precision());
      }
    }
  }

  /** The curves of one evaluation, whose rows these are. */
  static List<PrecisionRecallCurve> read(List<CSVRecord> rows) {
    Map<String, List<Point>> points = new LinkedHashMap<>();
    for (CSVRecord row : rows) {
      points
          .computeIfAbsent(row.get("iou"), iou -> new ArrayList<>())
          .add(
              new Point(
                  Double.parseDouble(row.get("recall")), Double.parseDouble(row.get("precision"))));
    }
    return points.entrySet().stream()
        .map(curve -> new PrecisionRecallCurve(curve.getKey(), curve.getValue()))
        .toList();
  }
}
