package io.github.segbench.metrics.evaluation;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Segmentations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Several accumulators of one task and convention that see the same images and make one evaluation.
 */
public final class CompositeAccumulator implements Accumulator {
  private static final Set<String> MEANS =
      Set.of(MetricValue.ALL, MetricValue.THINGS, MetricValue.STUFF);

  private final List<Accumulator> parts;

  /**
   * @param parts at least one; values are reported in their order
   */
  public CompositeAccumulator(List<Accumulator> parts) {
    this.parts = List.copyOf(parts);
    if (this.parts.isEmpty()) {
      throw new IllegalArgumentException("no accumulator");
    }
  }

  @Override
  public void add(int image, Segmentations truth, Segmentations prediction) {
    parts.forEach(part -> part.add(image, truth, prediction));
  }

  @Override
  public void merge(Accumulator other) {
    if (!(other instanceof CompositeAccumulator that) || parts.size() != that.parts.size()) {
      throw new IllegalArgumentException("accumulators of different kinds");
    }
    for (int i = 0; i < parts.size(); i++) {
      parts.get(i).merge(that.parts.get(i));
    }
  }

  @Override
  public Resamplable numbers() {
    return new JoinedNumbers(parts.stream().map(Accumulator::numbers).toList());
  }

  @Override
  public Optional<Resamplable> numbers(Predicate<Category> categories) {
    List<Resamplable> numbers =
        parts.stream().flatMap(part -> part.numbers(categories).stream()).toList();
    return numbers.isEmpty() ? Optional.empty() : Optional.of(new JoinedNumbers(numbers));
  }

  @Override
  public Optional<AnnotatedImages> annotatedImages() {
    return parts.stream().flatMap(part -> part.annotatedImages().stream()).findFirst();
  }

  @Override
  public Evaluation evaluate(BootstrapSettings bootstrap) {
    List<Evaluation> evaluations = parts.stream().map(part -> part.evaluate(bootstrap)).toList();
    List<MetricValue> overall = new ArrayList<>();
    List<MetricValue> perCategory = new ArrayList<>();
    List<ImageValue> imageValues = new ArrayList<>();
    for (Evaluation evaluation : evaluations) {
      for (MetricValue value : evaluation.values()) {
        (MEANS.contains(value.category()) ? overall : perCategory).add(value);
      }
      imageValues.addAll(evaluation.imageValues());
    }
    return new Evaluation(
        evaluations.get(0).task(),
        evaluations.get(0).convention(),
        Stream.concat(overall.stream(), perCategory.stream()).toList(),
        imageValues,
        evaluations.stream().flatMap(e -> e.confusion().stream()).findFirst().orElse(null),
        evaluations.stream().flatMap(e -> e.curves().stream()).toList());
  }
}
