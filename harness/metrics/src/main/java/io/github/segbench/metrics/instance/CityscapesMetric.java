package io.github.segbench.metrics.instance;

import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.MetricDefinition;
import java.util.List;
import java.util.Objects;

/**
 * A named number of the Cityscapes instance benchmark: mean over overlap thresholds of the average
 * precision, of each thing and over all. It has intervals.
 *
 * @param name its standard name
 * @param lastThreshold of the overlap thresholds 0..9, the first of which always counts
 */
public record CityscapesMetric(String name, int lastThreshold) implements MetricDefinition {
  public CityscapesMetric {
    Objects.requireNonNull(name, "name");
    if (lastThreshold < 0 || lastThreshold >= CityscapesCurve.THRESHOLDS) {
      throw new IllegalArgumentException("a threshold must be within 0..9: " + lastThreshold);
    }
  }

  /** Over the thresholds 0.50:0.05:0.95. */
  public static CityscapesMetric over(String name) {
    return new CityscapesMetric(name, CityscapesCurve.THRESHOLDS - 1);
  }

  /** At the threshold 0.50. */
  public static CityscapesMetric at50(String name) {
    return new CityscapesMetric(name, 0);
  }

  @Override
  public boolean under(Convention convention) {
    return convention == Convention.CITYSCAPES_INSTANCES;
  }

  /**
   * @param categories average precision of those that have objects, {@code [][10]}; not empty
   */
  double of(List<double[]> categories) {
    double sum = 0;
    for (double[] averagePrecision : categories) {
      for (int t = 0; t <= lastThreshold; t++) {
        sum += averagePrecision[t];
      }
    }
    return sum / (categories.size() * (lastThreshold + 1.0));
  }
}
