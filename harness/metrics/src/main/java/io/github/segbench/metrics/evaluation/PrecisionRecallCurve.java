package io.github.segbench.metrics.evaluation;

import java.util.List;
import java.util.Objects;

/**
 * The precision of an instance evaluation as a function of recall, a mean over the categories that
 * have annotated objects. Its mean over the points is the average precision at the same IoU.
 *
 * @param iou the threshold from which on a detection finds an object, such as {@code 0.50}, or the
 *     thresholds that the curve is a mean over, such as {@code 0.50:0.95}
 * @param points by ascending recall
 */
public record PrecisionRecallCurve(String iou, List<Point> points) {
  public PrecisionRecallCurve {
    Objects.requireNonNull(iou, "iou");
    points = List.copyOf(points);
  }

  /**
   * A point of a curve.
   *
   * @param recall a fraction 0..1
   * @param precision the largest at that recall or beyond, a fraction 0..1; 0 where it is not
   *     reached
   */
  public record Point(double recall, double precision) {}
}
