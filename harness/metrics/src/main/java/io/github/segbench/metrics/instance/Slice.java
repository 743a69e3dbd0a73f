package io.github.segbench.metrics.instance;

import java.util.Objects;

/**
 * The part of objects and detections that a curve is drawn over.
 *
 * @param area sizes of the objects
 * @param mostDetections the best detections of an image and category that count, 1..100
 */
public record Slice(AreaRange area, int mostDetections) {
  public static final Slice ALL = new Slice(AreaRange.ALL, CocoThresholds.MOST_DETECTIONS);

  public Slice {
    Objects.requireNonNull(area, "area");
    if (mostDetections < 1 || mostDetections > CocoThresholds.MOST_DETECTIONS) {
      throw new IllegalArgumentException("detections must be 1..100: " + mostDetections);
    }
  }
}
