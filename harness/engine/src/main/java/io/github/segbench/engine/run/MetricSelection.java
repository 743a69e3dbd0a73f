package io.github.segbench.engine.run;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.config.AccuracyConfig;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which of a trial's tasks are scored, and which of their metrics are reported. */
final class MetricSelection {
  private final OpenTrial trial;
  private final AccuracyConfig config;
  private final List<SegmentationTask> tasks;

  /**
   * @throws TrialSkippedException if none of the requested metrics belongs to a task of the trial
   */
  MetricSelection(AccuracyConfig config, OpenTrial trial) {
    this.trial = trial;
    this.config = config;
    this.tasks = trial.tasks().stream().filter(this::isRequested).sorted().toList();
    if (tasks.isEmpty()) {
      throw new TrialSkippedException(
          trial.identity(),
          "none of the metrics " + String.join(", ", config.metrics()) + " is of " + taskNames());
    }
  }

  private boolean isRequested(SegmentationTask task) {
    return config.metrics().isEmpty()
        || Metric.of(task).stream().anyMatch(m -> config.metrics().contains(m.standardName()));
  }

  TrialScores emptyScores() {
    LabelSet labels = trial.labels();
    Map<SegmentationTask, Accumulator> byTask = new EnumMap<>(SegmentationTask.class);
    for (SegmentationTask task : tasks) {
      byTask.put(
          task, Accumulators.create(labels, convention(task), computed(task, config.metrics())));
    }
    return new TrialScores(byTask);
  }

  private Convention convention(SegmentationTask task) {
    Convention chosen = config.convention();
    return chosen.task() == task ? chosen : Convention.of(task).get(0);
  }

  /**
   * Those that show where the errors are, whatever was asked for, and those that were asked for.
   */
  private static Set<Metric> computed(SegmentationTask task, List<String> names) {
    Set<Metric> metrics = new HashSet<>(Metric.defaults(task));
    names.forEach(name -> Metric.named(name).ifPresent(metrics::add));
    return metrics;
  }

  /** The evaluation without the metrics that were not asked for. */
  Evaluation reported(Evaluation evaluation) {
    return config.metrics().isEmpty()
        ? evaluation
        : evaluation.retain(Set.copyOf(config.metrics()));
  }

  /**
   * What a reader of the numbers should know: the categories and the requested metrics that are
   * missing, and why.
   */
  List<String> notes() {
    return Stream.of(
            matching().stream(),
            leftOut().stream(),
            config.metrics().stream().flatMap(name -> note(name).stream()))
        .flatMap(notes -> notes)
        .toList();
  }

  private Optional<String> matching() {
    return trial
        .adapter()
        .matching()
        .map(
            matching ->
                "model "
                    + trial.trial().model().id()
                    + " knows no categories: its segments were given those of the ground truth, image"
                    + " by image ("
                    + matching.id()
                    + ")");
  }

  private Optional<String> leftOut() {
    List<Category> categories = trial.mapping().leftOut();
    if (categories.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        categories.size()
            + " of the data set's "
            + trial.dataset().labels().size()
            + " categories left out as void, not predicted by model "
            + trial.trial().model().id()
            + ": "
            + String.join(", ", categories.stream().map(Category::name).toList())
            + "; means are over the other "
            + trial.labels().size());
  }

  private Optional<String> note(String name) {
    Optional<Metric> fit = Metric.named(name).filter(m -> tasks.contains(m.task()));
    if (fit.isEmpty()) {
      return Optional.of(name + " is left out: it is not a metric of " + taskNames());
    }
    Convention convention = convention(fit.get().task());
    return fit.get().under(convention)
        ? Optional.empty()
        : Optional.of(name + " is left out: convention " + convention.id() + " does not have it");
  }

  private String taskNames() {
    return String.join(", ", trial.tasks().stream().sorted().map(SegmentationTask::id).toList())
        + " segmentation, which is what model and data set have in common";
  }
}
