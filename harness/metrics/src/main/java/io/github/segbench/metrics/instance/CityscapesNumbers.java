package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.evaluation.ImageRecords;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import io.github.segbench.metrics.instance.CityscapesCurve.OfImage;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a list of Cityscapes metrics: the means first, then those of each thing. */
final class CityscapesNumbers implements Resamplable {
  private final List<CityscapesMetric> metrics;
  private final List<Category> things;
  private final int[] images;

  /** Of the things, in their order. */
  private final List<CityscapesCurve> curves;

  CityscapesNumbers(
      LabelSet labels,
      List<CityscapesMetric> metrics,
      ImageRecords<List<CityscapesMatches>> records) {
    this.metrics = List.copyOf(metrics);
    things = labels.things();
    images = records.images();
    List<List<OfImage>> byCategory = new ArrayList<>();
    labels.categories().forEach(category -> byCategory.add(new ArrayList<>()));
    List<List<CityscapesMatches>> inOrder = records.inOrder();
    for (int i = 0; i < images.length; i++) {
      for (CityscapesMatches matches : inOrder.get(i)) {
        byCategory.get(matches.category()).add(new OfImage(i, matches));
      }
    }
    curves =
        things.parallelStream()
            .map(thing -> new CityscapesCurve(byCategory.get(labels.indexOf(thing.id()))))
            .toList();
  }

  @Override
  public int[] images() {
    return images.clone();
  }

  @Override
  public List<Quantity> quantities() {
    List<Quantity> quantities = new ArrayList<>();
    metrics.forEach(metric -> quantities.add(new Quantity(metric.name(), MetricValue.ALL)));
    for (CityscapesMetric metric : metrics) {
      things.forEach(thing -> quantities.add(new Quantity(metric.name(), thing.name())));
    }
    return quantities;
  }

  @Override
  public double[] compute(int[] multiplicities) {
    List<List<double[]>> ofThing = new ArrayList<>();
    List<double[]> defined = new ArrayList<>();
    for (CityscapesCurve curve : curves) {
      double[] averagePrecision = curve.averagePrecision(multiplicities);
      if (averagePrecision == null) {
        ofThing.add(List.of());
      } else {
        ofThing.add(List.of(averagePrecision));
        defined.add(averagePrecision);
      }
    }
    double[] values = new double[metrics.size() * (1 + things.size())];
    int next = 0;
    for (CityscapesMetric metric : metrics) {
      values[next++] = value(metric, defined);
    }
    for (CityscapesMetric metric : metrics) {
      for (List<double[]> thing : ofThing) {
        values[next++] = value(metric, thing);
      }
    }
    return values;
  }

  private static double value(CityscapesMetric metric, List<double[]> categories) {
    return categories.isEmpty() ? Double.NaN : metric.of(categories);
  }
}
