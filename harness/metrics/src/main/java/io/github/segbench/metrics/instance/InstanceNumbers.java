package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.evaluation.ImageRecords;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of a list of metrics: those over all categories first, then those of each thing. */
final class InstanceNumbers implements Resamplable {
  private static final int ALL = -1;

  private final int[] images;
  private final List<CocoAccumulation> slices;
  private final List<Entry> entries = new ArrayList<>();

  InstanceNumbers(
      LabelSet labels, List<InstanceMetric> metrics, ImageRecords<ImageMatches> records) {
    images = records.images();
    List<Slice> keys = metrics.stream().map(metric -> metric.formula().slice()).distinct().toList();
    List<ImageMatches> matches = records.inOrder();
    slices = keys.stream().map(k -> new CocoAccumulation(labels.size(), matches, k)).toList();
    for (InstanceMetric metric : metrics) {
      entries.add(
          new Entry(
              new Quantity(metric.name(), MetricValue.ALL),
              metric.formula(),
              keys.indexOf(metric.formula().slice()),
              ALL));
    }
    for (InstanceMetric metric : metrics) {
      if (metric.perCategory()) {
        for (Category category : labels.things()) {
          entries.add(
              new Entry(
                  new Quantity(metric.name(), category.name()),
                  metric.formula(),
                  keys.indexOf(metric.formula().slice()),
                  labels.indexOf(category.id())));
        }
      }
    }
  }

  @Override
  public int[] images() {
    return images.clone();
  }

  @Override
  public List<Quantity> quantities() {
    return entries.stream().map(Entry::quantity).toList();
  }

  @Override
  public double[] compute(int[] multiplicities) {
    List<List<@Nullable PrecisionRecall>> curves = new ArrayList<>();
    slices.forEach(slice -> curves.add(slice.compute(multiplicities)));
    double[] values = new double[entries.size()];
    for (int e = 0; e < values.length; e++) {
      Entry entry = entries.get(e);
      List<@Nullable PrecisionRecall> all = curves.get(entry.slice());
      List<PrecisionRecall> categories =
          CocoAccumulation.defined(
              entry.category() == ALL ? all : all.subList(entry.category(), entry.category() + 1));
      values[e] = categories.isEmpty() ? Double.NaN : entry.formula().of(categories);
    }
    return values;
  }

  /**
   * A number: its formula, the position of its slice, the index of its category or {@link #ALL}.
   */
  private record Entry(Quantity quantity, DetectionFormula formula, int slice, int category) {}
}
