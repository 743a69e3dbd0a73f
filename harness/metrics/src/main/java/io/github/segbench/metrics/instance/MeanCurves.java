package io.github.segbench.metrics.instance;

import io.github.segbench.metrics.evaluation.PrecisionRecallCurve;
import io.github.segbench.metrics.evaluation.PrecisionRecallCurve.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * Precision at the 101 recall points of COCO, at IoU 0.50, at 0.75 and as a mean over
 * 0.50:0.05:0.95: what AP50, AP75 and AP are the means of.
 */
final class MeanCurves {
  private static final int AT_75 = 5;

  private MeanCurves() {}

  /** The three curves; none if no category has annotated objects. */
  static List<PrecisionRecallCurve> of(CocoAccumulation accumulation) {
    List<PrecisionRecall> categories = new ArrayList<>();
    for (PrecisionRecall category : accumulation.compute()) {
      if (category != null) {
        categories.add(category);
      }
    }
    return categories.isEmpty()
        ? List.of()
        : List.of(
            curve("0.50", categories, 0, 0),
            curve("0.75", categories, AT_75, AT_75),
            curve("0.50:0.95", categories, 0, CocoThresholds.IOUS - 1));
  }

  /**
   * @param first of the IoU thresholds that count, 0..9
   * @param last of them
   */
  private static PrecisionRecallCurve curve(
      String iou, List<PrecisionRecall> categories, int first, int last) {
    double parts = categories.size() * (double) (last - first + 1);
    List<Point> points = new ArrayList<>(CocoThresholds.RECALLS);
    for (int point = 0; point < CocoThresholds.RECALLS; point++) {
      double sum = 0;
      for (PrecisionRecall category : categories) {
        for (int threshold = first; threshold <= last; threshold++) {
          sum += category.precision(threshold, point);
        }
      }
      points.add(new Point(CocoThresholds.recall(point), sum / parts));
    }
    return new PrecisionRecallCurve(iou, points);
  }
}
