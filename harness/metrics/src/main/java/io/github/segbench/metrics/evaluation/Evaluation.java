package io.github.segbench.metrics.evaluation;

import io.github.segbench.api.segmentation.SegmentationTask;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one task's accumulator found.
 *
 * @param values every metric of the task: numbers over all categories first, then those of each
 * @param imageValues the task's per-image metrics, by image
 * @param confusionCounts of a semantic evaluation; else null
 * @param curves of an instance evaluation under COCO's rules; else empty
 */
public record Evaluation(
    SegmentationTask task,
    Convention convention,
    List<MetricValue> values,
    List<ImageValue> imageValues,
    @Nullable ConfusionCounts confusionCounts,
    List<PrecisionRecallCurve> curves) {
  /** An evaluation without curves. */
  public Evaluation(
      SegmentationTask task,
      Convention convention,
      List<MetricValue> values,
      List<ImageValue> imageValues,
      @Nullable ConfusionCounts confusionCounts) {
    this(task, convention, values, imageValues, confusionCounts, List.of());
  }

  public Evaluation {
    Objects.requireNonNull(task, "task");
    Objects.requireNonNull(convention, "convention");
    values = List.copyOf(values);
    imageValues = List.copyOf(imageValues);
    curves = List.copyOf(curves);
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

  /**
   * The same evaluation with the values of some metrics alone. Image values, confusion counts and
   * curves stay: they are not for choosing, they show where the errors are.
   */
  public Evaluation retain(Set<String> metrics) {
    List<MetricValue> kept = values.stream().filter(v -> metrics.contains(v.metric())).toList();
    return new Evaluation(task, convention, kept, imageValues, confusionCounts, curves);
  }
}
