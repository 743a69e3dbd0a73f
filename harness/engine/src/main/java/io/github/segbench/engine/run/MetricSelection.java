package io.github.segbench.engine.run;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.config.AccuracyConfig;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of a trial's tasks are scored, under which conventions, and which of their metrics are
 * reported.
 */
final class MetricSelection {
  private final OpenTrial trial;
  private final AccumulatorFactory accumulators;
  private final List<String> requested;
  private final Map<SegmentationTask, Convention> conventions = new LinkedHashMap<>();
  private final Set<String> unfit;

  /**
   * @throws TrialSkippedException if none of the requested metrics belongs to a task of the trial
   */
  MetricSelection(AccuracyConfig config, OpenTrial trial, AccumulatorFactory accumulators) {
    this.trial = trial;
    this.accumulators = accumulators;
    this.requested = config.metrics();
    this.unfit = new LinkedHashSet<>(requested);
    for (SegmentationTask task : trial.tasks().stream().sorted().toList()) {
      Convention convention =
          config.convention().task() == task ? config.convention() : Convention.of(task).get(0);
      Set<String> fitting = new HashSet<>(metricsOf(task, convention));
      fitting.retainAll(requested);
      if (requested.isEmpty() || !fitting.isEmpty()) {
        conventions.put(task, convention);
      }
      unfit.removeAll(fitting);
    }
    if (conventions.isEmpty()) {
      throw new TrialSkippedException(
          trial.identity(),
          "none of the metrics " + String.join(", ", requested) + " is of " + describeTasks());
    }
  }

  /** What a task's accumulator reports is what it reports of no image. */
  private Set<String> metricsOf(SegmentationTask task, Convention convention) {
    Set<String> names = new HashSet<>();
    accumulators
        .create(task, trial.dataset().labels(), convention)
        .evaluate(new BootstrapSettings(0, 0))
        .values()
        .forEach(value -> names.add(value.metric()));
    return names;
  }

  TrialScores emptyScores() {
    Map<SegmentationTask, Accumulator> byTask = new LinkedHashMap<>();
    conventions.forEach(
        (task, convention) ->
            byTask.put(task, accumulators.create(task, trial.dataset().labels(), convention)));
    return new TrialScores(byTask);
  }

  /** The evaluation without the metrics that were not asked for. */
  Evaluation reported(Evaluation evaluation) {
    if (requested.isEmpty()) {
      return evaluation;
    }
    List<MetricValue> values =
        evaluation.values().stream().filter(value -> requested.contains(value.metric())).toList();
    return new Evaluation(
        evaluation.task(),
        evaluation.convention(),
        values,
        evaluation.imageValues(),
        evaluation.confusionCounts());
  }

  /** What a reader of the numbers should know: the requested metrics that are missing, and why. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    for (String metric : unfit) {
      notes.add(metric + " is left out: it is not a metric of " + describeTasks());
    }
    return notes;
  }

  private String describeTasks() {
    return String.join(", ", trial.tasks().stream().sorted().map(SegmentationTask::id).toList())
        + " segmentation, which is what model and data set have in common";
  }
}
