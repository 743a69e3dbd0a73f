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
 * those of each category. Means are over the categories that occur.
 */
final class PanopticNumbers implements Resamplable {
  private final LabelSet labels;
  private final int[] images;
  private final List<ImageSegments> segments;
  private final List<Entry> entries = new ArrayList<>();

  PanopticNumbers(
      LabelSet labels, List<PanopticMetric> metrics, ImageRecords<ImageSegments> records) {
    this.labels = labels;
    this.images = records.images();
    this.segments = records.inOrder();
    add(metrics, MetricValue.ALL, category -> true);
    add(metrics, MetricValue.THINGS, Category::isThing);
    add(metrics, MetricValue.STUFF, category -> !category.isThing());
    for (PanopticMetric metric : metrics) {
      for (Category category : labels.categories()) {
        add(List.of(metric), category.name(), category::equals);
      }
    }
  }

  private void add(List<PanopticMetric> metrics, String name, Predicate<Category> chosen) {
    int[] categories =
        labels.categories().stream()
            .filter(chosen)
            .mapToInt(category -> labels.indexOf(category.id()))
            .toArray();
    for (PanopticMetric metric : metrics) {
      entries.add(new Entry(new Quantity(metric.name(), name), metric.formula(), categories));
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
    SegmentCounts sums = new SegmentCounts(labels.size());
    for (int i = 0; i < multiplicities.length; i++) {
      if (multiplicities[i] > 0) {
        segments.get(i).addTo(sums, multiplicities[i]);
      }
    }
    return entries.stream().mapToDouble(entry -> entry.of(sums)).toArray();
  }

  /** A number: its formula and the categories that it is the mean over. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Entry(Quantity quantity, SegmentFormula formula, int[] categories) {
    double of(SegmentCounts counts) {
      double sum = 0;
      int occurring = 0;
      for (int category : categories) {
        if (counts.occurs(category)) {
          sum += formula.of(counts, category);
          occurring++;
        }
      }
      return occurring == 0 ? Double.NaN : sum / occurring;
    }
  }
}
