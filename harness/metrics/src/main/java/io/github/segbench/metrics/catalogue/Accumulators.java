package io.github.segbench.metrics.catalogue;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.boundary.BoundaryF1Accumulator;
import io.github.segbench.metrics.boundary.BoundaryF1Metric;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.CompositeAccumulator;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.MetricDefinition;
import io.github.segbench.metrics.instance.CityscapesAccumulator;
import io.github.segbench.metrics.instance.CityscapesMetric;
import io.github.segbench.metrics.instance.InstanceAccumulator;
import io.github.segbench.metrics.instance.InstanceMetric;
import io.github.segbench.metrics.instance.Overlap;
import io.github.segbench.metrics.panoptic.PanopticAccumulator;
import io.github.segbench.metrics.panoptic.PanopticMetric;
import io.github.segbench.metrics.panoptic.PanopticOverlap;
import io.github.segbench.metrics.semantic.CityscapesPixelAccumulator;
import io.github.segbench.metrics.semantic.ClassCounting;
import io.github.segbench.metrics.semantic.CountedAccumulator;
import io.github.segbench.metrics.semantic.CountedMetric;
import io.github.segbench.metrics.semantic.InstanceWeightedAccumulator;
import io.github.segbench.metrics.semantic.InstanceWeightedMetric;
import io.github.segbench.metrics.semantic.SemanticAccumulator;
import io.github.segbench.metrics.semantic.SemanticMetric;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the accumulator that computes a choice of metrics of one task under one convention. */
public final class Accumulators {
  private Accumulators() {}

  /**
   * An accumulator of the metrics that need not be asked for.
   *
   * @param labels of ground truth and prediction
   */
  public static Accumulator create(LabelSet labels, Convention convention) {
    return create(labels, convention, Metric.defaults(convention.task()));
  }

  /**
   * @param labels of ground truth and prediction
   * @param metrics what is computed; those of other tasks, or that the convention does not have,
   *     are left out
   * @throws IllegalArgumentException if none is left
   */
  public static Accumulator create(
      LabelSet labels, Convention convention, Collection<Metric> metrics) {
    List<MetricDefinition> chosen =
        Metric.of(convention.task()).stream()
            .filter(metrics::contains)
            .flatMap(metric -> metric.definition(convention).stream())
            .toList();
    List<Accumulator> parts = new ArrayList<>();
    List<SemanticMetric> semantic = only(SemanticMetric.class, chosen);
    List<InstanceWeightedMetric> weighted = only(InstanceWeightedMetric.class, chosen);
    if (!semantic.isEmpty() && !weighted.isEmpty()) {
      parts.add(new CityscapesPixelAccumulator(labels, semantic, weighted));
    } else if (!semantic.isEmpty()) {
      parts.add(new SemanticAccumulator(labels, convention, semantic));
    } else if (!weighted.isEmpty()) {
      parts.add(new InstanceWeightedAccumulator(labels, weighted));
    }
    Map<ClassCounting, List<CountedMetric>> counted =
        only(CountedMetric.class, chosen).stream()
            .collect(groupingBy(CountedMetric::counting, LinkedHashMap::new, toList()));
    counted.forEach(
        (counting, group) ->
            parts.add(new CountedAccumulator(labels, convention, counting, group)));
    List<BoundaryF1Metric> outlines = only(BoundaryF1Metric.class, chosen);
    if (!outlines.isEmpty()) {
      parts.add(new BoundaryF1Accumulator(labels, convention, outlines));
    }
    for (Overlap overlap : Overlap.values()) {
      List<InstanceMetric> instance =
          only(InstanceMetric.class, chosen).stream().filter(m -> m.overlap() == overlap).toList();
      if (!instance.isEmpty()) {
        parts.add(new InstanceAccumulator(labels, overlap, instance));
      }
    }
    List<CityscapesMetric> cityscapes = only(CityscapesMetric.class, chosen);
    if (!cityscapes.isEmpty()) {
      parts.add(new CityscapesAccumulator(labels, cityscapes));
    }
    for (PanopticOverlap overlap : PanopticOverlap.values()) {
      List<PanopticMetric> panoptic =
          only(PanopticMetric.class, chosen).stream().filter(m -> m.overlap() == overlap).toList();
      if (!panoptic.isEmpty()) {
        parts.add(new PanopticAccumulator(labels, overlap, panoptic));
      }
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("no metric of " + convention.id() + " among " + metrics);
    }
    return parts.size() == 1 ? parts.get(0) : new CompositeAccumulator(parts);
  }

  private static <T> List<T> only(Class<T> type, List<MetricDefinition> definitions) {
    return definitions.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
