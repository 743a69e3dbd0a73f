package io.github.segbench.metrics.panoptic;

import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import java.util.List;

/**
 * Common pixels of every true and every predicted segment of one image. Index 0 is void, segment
 * {@code i} of the list has index {@code i + 1}, ids that are not listed share the last index.
 */
final class SegmentOverlaps {
  static final int VOID = 0;

  private final int columns;
  private final int[] pixels;

  SegmentOverlaps(PanopticSegmentation truth, PanopticSegmentation prediction) {
    int rows = truth.segments().size() + 2;
    columns = prediction.segments().size() + 2;
    pixels = new int[Math.multiplyExact(rows, columns)];
    count(
        truth.segmentIds(),
        prediction.segmentIds(),
        indices(truth.segments(), rows - 1),
        indices(prediction.segments(), columns - 1));
  }

  private static SegmentIds indices(List<Segment> segments, int absent) {
    int[] ids = new int[segments.size() + 1];
    ids[VOID] = PanopticSegmentation.VOID;
    for (int i = 0; i < segments.size(); i++) {
      ids[i + 1] = segments.get(i).id();
    }
    return new SegmentIds(ids, absent);
  }

  /** Counts runs: both maps mostly repeat the pixel before. */
  private void count(int[] truth, int[] prediction, SegmentIds rows, SegmentIds byColumn) {
    int start = 0;
    while (start < truth.length) {
      int trueId = truth[start];
      int predictedId = prediction[start];
      int end = start + 1;
      while (end < truth.length && truth[end] == trueId && prediction[end] == predictedId) {
        end++;
      }
      pixels[rows.indexOf(trueId) * columns + byColumn.indexOf(predictedId)] += end - start;
      start = end;
    }
  }

  /** Pixels that two segments share. */
  int common(int truth, int prediction) {
    return pixels[truth * columns + prediction];
  }

  /** Pixels of a true segment. */
  int truthArea(int truth) {
    int area = 0;
    for (int prediction = 0; prediction < columns; prediction++) {
      area += common(truth, prediction);
    }
    return area;
  }

  /** Pixels of a predicted segment. */
  int predictionArea(int prediction) {
    int area = 0;
    for (int i = prediction; i < pixels.length; i += columns) {
      area += pixels[i];
    }
    return area;
  }

  /** Index of the pixels of the prediction whose id is not listed. */
  int unlistedPrediction() {
    return columns - 1;
  }
}
