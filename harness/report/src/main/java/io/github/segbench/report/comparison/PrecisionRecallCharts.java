package io.github.segbench.report.comparison;

import io.github.segbench.metrics.evaluation.PrecisionRecallCurve;
import io.github.segbench.metrics.evaluation.PrecisionRecallCurve.Point;
import io.github.segbench.report.chart.CurveChart;
import io.github.segbench.report.comparison.Comparison.Scored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Precision against recall of a comparison's models, a chart for each IoU. */
public final class PrecisionRecallCharts {
  private PrecisionRecallCharts() {}

  /** Charts by the IoU that they are at, such as {@code 0.50}; none where no model has curves. */
  public static Map<String, CurveChart> of(Comparison comparison) {
    Map<String, List<CurveChart.Curve>> curves = new LinkedHashMap<>();
    for (Scored scored : comparison.scored()) {
      for (PrecisionRecallCurve curve : scored.evaluation().curves()) {
        curves
            .computeIfAbsent(curve.iou(), iou -> new ArrayList<>())
            .add(
                new CurveChart.Curve(
                    scored.entry().label(),
                    scored.entry().series(),
                    curve.points().stream().map(point -> percent(point.recall())).toList(),
                    curve.points().stream().map(Point::precision).map(p -> percent(p)).toList()));
      }
    }
    Map<String, CurveChart> charts = new LinkedHashMap<>();
    curves.forEach(
        (iou, lines) -> charts.put(iou, new CurveChart("Recall (%)", "Precision (%)", lines)));
    return charts;
  }

  private static double percent(double fraction) {
    return fraction * 100;
  }
}
