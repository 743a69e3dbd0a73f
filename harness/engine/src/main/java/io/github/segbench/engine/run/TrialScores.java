package io.github.segbench.engine.run;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Evaluation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One thread's accumulators, one for each task that is scored. Used by one thread at a time. */
final class TrialScores {
  private final Map<SegmentationTask, Accumulator> byTask;

  TrialScores(Map<SegmentationTask, Accumulator> byTask) {
    this.byTask = new TreeMap<>(byTask);
  }

  void add(int image, Segmentations truth, Segmentations prediction) {
    byTask.values().forEach(accumulator -> accumulator.add(image, truth, prediction));
  }

  void merge(TrialScores other) {
    byTask.forEach((task, mine) -> mine.merge(Objects.requireNonNull(other.byTask.get(task))));
  }

  /** In the order of the tasks. */
  List<Evaluation> evaluate(BootstrapSettings bootstrap) {
    return byTask.values().stream().map(accumulator -> accumulator.evaluate(bootstrap)).toList();
  }
}
