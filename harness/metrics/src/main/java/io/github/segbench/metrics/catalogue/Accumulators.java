package io.github.segbench.metrics.catalogue;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.instance.InstanceAccumulator;
import io.github.segbench.metrics.instance.MaskIou;
import io.github.segbench.metrics.panoptic.PanopticAccumulator;
import io.github.segbench.metrics.semantic.SemanticAccumulator;

/** Makes the accumulator of a task with every metric of the catalogue. */
public final class Accumulators {
  private Accumulators() {}

  /**
   * @param labels of ground truth and prediction
   * @param semanticConvention of semantic metrics; the other tasks have one convention each
   * @throws IllegalArgumentException if the task is semantic and the convention is not
   */
  public static Accumulator create(
      SegmentationTask task, LabelSet labels, Convention semanticConvention) {
    return switch (task) {
      case SEMANTIC -> new SemanticAccumulator(labels, semanticConvention, Metric.semantic());
      case INSTANCE -> new InstanceAccumulator(labels, new MaskIou(), Metric.instance());
      case PANOPTIC -> new PanopticAccumulator(labels, Metric.panoptic());
    };
  }
}
