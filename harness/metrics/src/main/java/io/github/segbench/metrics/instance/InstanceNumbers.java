package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.evaluation.ImageRecords;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The numbers of a list of metrics: those over all categories first, then those of each thing. */
final class InstanceNumbers implements Resamplable {
  private final LabelSet labels;
  private final List<InstanceMetric> metrics;
  private final int[] images;
  private final Map<Slice, CocoAccumulation> slices;
  private final List<Entry> entries = new ArrayList<>();

  InstanceNumbers(
      LabelSet labels, List<InstanceMetric> metrics, ImageRecords<ImageMatches> records) {
    this(labels, metrics, records.images(), slices(labels, metrics, records));
  }

  private InstanceNumbers(
      LabelSet labels,
      List<InstanceMetric> metrics,
      int[] images,
      Map<Slice, CocoAccumulation> slices) {
    this.labels = labels;
    this.metrics = metrics.stream().filter(metric -> metric.formula().exists(labels)).toList();
    this.images = images;
    this.slices = slices;
    for (InstanceMetric metric : this.metrics) {
      List<Category> covered = labels.things().stream().filter(metric.formula()::covers).toList();
      entries.add(entry(metric, MetricValue.ALL, covered));
    }
    for (InstanceMetric metric : this.metrics) {
      if (metric.perCategory()) {
        for (Category category : labels.things()) {
          entries.add(entry(metric, category.name(), List.of(category)));
        }
      }
    }
  }

  private Entry entry(InstanceMetric metric, String name, List<Category> over) {
    int[] indices = over.stream().mapToInt(category -> labels.indexOf(category.id())).toArray();
    int slice = List.copyOf(slices.keySet()).indexOf(metric.formula().slice());
    return new Entry(new Quantity(metric.name(), name), metric.formula(), slice, indices);
  }

  private static Map<Slice, CocoAccumulation> slices(
      LabelSet labels, List<InstanceMetric> metrics, ImageRecords<ImageMatches> records) {
    MatchTable table = new MatchTable(labels.size(), records.inOrder());
    Map<Slice, CocoAccumulation> slices = new LinkedHashMap<>();
    for (InstanceMetric metric : metrics) {
      if (metric.formula().exists(labels)) {
        slices.computeIfAbsent(
            metric.formula().slice(), slice -> new CocoAccumulation(table, slice));
      }
    }
    return slices;
  }

  /** Those of the metrics that have intervals, from the same curves. */
  InstanceNumbers withIntervals() {
    List<InstanceMetric> kept = metrics.stream().filter(InstanceMetric::hasInterval).toList();
    Map<Slice, CocoAccumulation> needed = new LinkedHashMap<>(slices);
    needed.keySet().retainAll(kept.stream().map(metric -> metric.formula().slice()).toList());
    return new InstanceNumbers(labels, kept, images, needed);
  }

  /** The curves of a slice; empty if none of the metrics is over it. */
  Optional<CocoAccumulation> accumulation(Slice slice) {
    return Optional.ofNullable(slices.get(slice));
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
    CurveBuffers buffers = new CurveBuffers();
    List<List<@Nullable CategoryScores>> scores = new ArrayList<>(slices.size());
    for (CocoAccumulation slice : slices.values()) {
      scores.add(slice.scores(multiplicities, buffers));
    }
    double[] values = new double[entries.size()];
    for (int e = 0; e < values.length; e++) {
      values[e] = entries.get(e).value(scores);
    }
    return values;
  }

  /** A number: its formula, the position of its slice, the indices of the categories it is over. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Entry(Quantity quantity, DetectionFormula formula, int slice, int[] categories) {
    double value(List<List<@Nullable CategoryScores>> slices) {
      List<CategoryScores> defined = new ArrayList<>(categories.length);
      for (int category : categories) {
        CategoryScores scores = slices.get(slice).get(category);
        if (scores != null) {
          defined.add(scores);
        }
      }
      return defined.isEmpty() ? Double.NaN : formula.of(defined);
    }
  }
}
