package io.github.segbench.metrics.evaluation;

import io.github.segbench.api.segmentation.SegmentationTask;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one task's accumulator found.
 *
 * @param values every metric of the task: headline numbers first, then by category
 * @param imageValues the task's per-image metrics, by image
 * @param confusionCounts of a semantic evaluation; else null
 */
public record Evaluation(
    SegmentationTask task,
    Convention convention,
    List<MetricValue> values,
    List<ImageValue> imageValues,
    @Nullable ConfusionCounts confusionCounts) {
  public Evaluation {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(convention, "convention");
    values = List.copyOf(values);
    imageValues = List.copyOf(imageValues);
  }

  public Optional<ConfusionCounts> confusion() {
    return Optional.ofNullable(confusionCounts);
  }

  /** The value of a metric for a category, or {@link MetricValue#ALL}. */
  public Optional<MetricValue> value(String metric, String category) {
    return values.stream()
        .filter(v -> v.metric().equals(metric) && v.category().equals(category))
        .findFirst();
  }
}
