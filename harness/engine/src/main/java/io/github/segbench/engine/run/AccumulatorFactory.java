package io.github.segbench.engine.run;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.Convention;

/** Makes the empty accumulators that a trial's images are scored into. */
@FunctionalInterface
public interface AccumulatorFactory {
  /**
   * @param labels of the data set
   * @param convention one of the task's
   */
  Accumulator create(SegmentationTask task, LabelSet labels, Convention convention);
}
