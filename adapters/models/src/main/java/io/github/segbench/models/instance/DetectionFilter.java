package io.github.segbench.models.instance;

import java.util.List;

/**
 * Which detections become instances: those with at least a score, at most a number of them.
 *
 * @param scoreThreshold inclusive, compared in float32 as scores are
 * @param maxDetections 0 for all
 */
record DetectionFilter(double scoreThreshold, long maxDetections) {
  /**
   * @param detections by descending score
   */
  List<Detection> apply(List<Detection> detections) {
    float lowest = (float) scoreThreshold;
    return detections.stream()
        .filter(detection -> detection.score() >= lowest)
        .limit(maxDetections == 0 ? Long.MAX_VALUE : maxDetections)
        .toList();
  }
}
