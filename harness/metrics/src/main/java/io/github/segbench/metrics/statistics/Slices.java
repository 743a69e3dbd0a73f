package io.github.segbench.metrics.statistics;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.AnnotatedImages;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.ImageSubset;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The numbers of an evaluation for parts of its data set: images with one tag, categories of one
 * frequency. They are those that have intervals; intervals are resampled within the part.
 */
public final class Slices {
  private final Accumulator accumulator;
  private final BootstrapSettings bootstrap;

  /**
   * @param accumulator of all images; may not change as long as this is used
   */
  public Slices(Accumulator accumulator, BootstrapSettings bootstrap) {
    this.accumulator = Objects.requireNonNull(accumulator, "accumulator");
    this.bootstrap = Objects.requireNonNull(bootstrap, "bootstrap");
  }

  /**
   * A slice for each value of each tag, in the order of their names. An image may have any tags, or
   * none.
   *
   * @param tags of images by their position in the split: value by name of the tag
   * @return slices such as {@code weather=night}
   * @throws IllegalArgumentException if an image was not scored
   */
  public List<SliceValues> byTag(Map<Integer, Map<String, String>> tags) {
    Map<String, Map<String, List<Integer>>> images = new TreeMap<>();
    tags.forEach(
        (image, values) ->
            values.forEach(
                (tag, value) ->
                    images
                        .computeIfAbsent(tag, t -> new TreeMap<>())
                        .computeIfAbsent(value, v -> new ArrayList<>())
                        .add(image)));
    if (images.isEmpty()) {
      return List.of();
    }
    Resamplable all = accumulator.numbers();
    List<SliceValues> slices = new ArrayList<>();
    images.forEach(
        (tag, byValue) ->
            byValue.forEach(
                (value, chosen) ->
                    slices.add(
                        slice(
                            tag + "=" + value,
                            new ImageSubset(
                                all, chosen.stream().mapToInt(Integer::intValue).toArray())))));
    return slices;
  }

  /**
   * A slice for each frequency that a category has: as the label set says, or, where it says so of
   * none, by the number of images that have the category in their ground truth.
   *
   * @return {@code frequency=rare}, {@code frequency=common}, {@code frequency=frequent}, as far as
   *     there are such categories with numbers
   */
  public List<SliceValues> byFrequency() {
    Optional<AnnotatedImages> images = accumulator.annotatedImages();
    List<SliceValues> slices = new ArrayList<>();
    for (Frequency frequency : Frequency.values()) {
      images
          .flatMap(
              annotated ->
                  byCategory(
                      "frequency=" + frequency.id(),
                      category ->
                          annotated.frequency(category).filter(frequency::equals).isPresent()))
          .ifPresent(slices::add);
    }
    return slices;
  }

  /**
   * The numbers over some of the categories.
   *
   * @param slice its name
   * @return empty if none of the numbers is of these categories
   */
  public Optional<SliceValues> byCategory(String slice, Predicate<Category> categories) {
    return accumulator.numbers(categories).map(numbers -> slice(slice, numbers));
  }

  private SliceValues slice(String name, Resamplable numbers) {
    return new SliceValues(name, MetricValues.of(numbers, numbers, bootstrap));
  }
}
