package io.github.segbench.metrics.panoptic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.evaluation.ImageRecords;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The numbers of a list of metrics: means over all categories, over things and over stuff, then
 * those of each category. Means are over the categories whose number is defined.
 */
final class PanopticNumbers implements Resamplable {
  private final int[] images;
  private final SegmentRecords segments;
  private final List<Quantity> quantities;
  private final List<Entry> entries = new ArrayList<>();

  PanopticNumbers(
      LabelSet labels, List<PanopticMetric> metrics, ImageRecords<ImageSegments> records) {
    this.images = records.images();
    this.segments = new SegmentRecords(labels.size(), records.inOrder());
    for (PanopticMetric metric : metrics) {
      entries.add(entry(labels, metric, MetricValue.ALL, category -> true));
    }
    for (PanopticMetric metric : metrics) {
      entries.add(entry(labels, metric, MetricValue.THINGS, Category::isThing));
    }
    for (PanopticMetric metric : metrics) {
      entries.add(entry(labels, metric, MetricValue.STUFF, category -> !category.isThing()));
    }
    for (PanopticMetric metric : metrics) {
      for (Category category : labels.categories()) {
        entries.add(entry(labels, metric, category.name(), category::equals));
      }
    }
    this.quantities = entries.stream().map(Entry::quantity).toList();
  }

  private static Entry entry(
      LabelSet labels, PanopticMetric metric, String name, Predicate<Category> chosen) {
    List<Category> categories = labels.categories().stream().filter(chosen).toList();
    return new Entry(
        new Quantity(metric.name(), name),
        categories.stream().mapToInt(category -> labels.indexOf(category.id())).toArray(),
        categories.stream()
            .map(category -> category.isThing() ? metric.things() : metric.stuff())
            .toArray(SegmentFormula[]::new));
  }

  @Override
  public int[] images() {
    return images.clone();
  }

  @Override
  public List<Quantity> quantities() {
    return quantities;
  }

  @Override
  public double[] compute(int[] multiplicities) {
    SegmentCounts sums = segments.sum(multiplicities);
    double[] numbers = new double[entries.size()];
    for (int e = 0; e < numbers.length; e++) {
      numbers[e] = entries.get(e).of(sums);
    }
    return numbers;
  }

  /** A number: the categories that it is the mean over, and the formula of each. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Entry(Quantity quantity, int[] categories, SegmentFormula[] formulas) {
    double of(SegmentCounts counts) {
      double sum = 0;
      int defined = 0;
      for (int i = 0; i < categories.length; i++) {
        if (counts.occurs(categories[i])) {
          double value = formulas[i].of(counts, categories[i]);
          if (!Double.isNaN(value)) {
            sum += value;
            defined++;
          }
        }
      }
      return defined == 0 ? Double.NaN : sum / defined;
    }
  }
}
