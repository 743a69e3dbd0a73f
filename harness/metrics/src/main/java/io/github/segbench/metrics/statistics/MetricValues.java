package io.github.segbench.metrics.statistics;

import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Interval;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns numbers and their intervals into the values of an evaluation. */
public final class MetricValues {
  private MetricValues() {}

  /**
   * The values of all images, with intervals for some.
   *
   * @param numbers all that is reported, in its order
   * @param resampled those of them that get an interval
   */
  public static List<MetricValue> of(
      Resamplable numbers, Resamplable resampled, BootstrapSettings settings) {
    int images = numbers.images().length;
    List<Quantity> quantities = numbers.quantities();
    double[] values = numbers.compute(Bootstrap.once(images));
    Map<Quantity, Interval> intervals = new Bootstrap(settings).intervals(resampled);
    List<MetricValue> result = new ArrayList<>(values.length);
    for (int q = 0; q < values.length; q++) {
      Quantity quantity = quantities.get(q);
      boolean defined = !Double.isNaN(values[q]);
      result.add(
          new MetricValue(
              quantity.metric(),
              quantity.category(),
              defined ? values[q] : null,
              defined ? intervals.get(quantity) : null,
              images));
    }
    return List.copyOf(result);
  }
}
