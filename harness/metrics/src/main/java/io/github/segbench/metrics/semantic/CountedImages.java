package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.CategoryChoice;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.ImageRecords;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Resamplable;
import io.github.segbench.metrics.statistics.ImageMeans;
import io.github.segbench.metrics.statistics.MetricValues;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The class counts of each image and the metrics that are computed from them. */
final class CountedImages {
  /** With more classes the numbers of each class have no intervals: they would fill the memory. */
  private static final int MOST_RESAMPLED = 2000;

  private final SemanticConvention rules;
  private final List<List<String>> names;
  private final List<? extends ClassMetric> metrics;
  private final ImageRecords<List<ImageCounts>> images = new ImageRecords<>();

  /**
   * @param names of the classes, for each of the counts of an image
   * @throws IllegalArgumentException if the convention is of another task
   */
  CountedImages(
      Convention convention, List<List<String>> names, List<? extends ClassMetric> metrics) {
    this.rules = SemanticConvention.of(convention);
    this.names = List.copyOf(names);
    this.metrics = List.copyOf(metrics);
  }

  void requireAbsent(int image) {
    images.requireAbsent(image);
  }

  void add(int image, List<ClassCounts> counts) {
    images.add(image, counts.stream().map(ImageCounts::of).toList());
  }

  void addAll(CountedImages other) {
    images.addAll(other.images);
  }

  int[] images() {
    return images.images();
  }

  List<List<ImageCounts>> inOrder() {
    return images.inOrder();
  }

  /** All numbers of all metrics. */
  Resamplable numbers() {
    return numbers(metrics);
  }

  /** The values of all metrics, with intervals. */
  List<MetricValue> values(BootstrapSettings bootstrap) {
    boolean many = names.stream().anyMatch(classes -> classes.size() > MOST_RESAMPLED);
    Resamplable resampled =
        many ? numbers(metrics.stream().map(OverallOnly::new).toList()) : numbers();
    return MetricValues.of(numbers(), resampled, bootstrap);
  }

  private Resamplable numbers(List<? extends ClassMetric> chosen) {
    return numbers(names, images, chosen);
  }

  /**
   * The numbers of some metrics over some of the classes.
   *
   * @param ofClasses which of the counts are of the classes that are chosen from; metrics of the
   *     others are left out
   */
  Resamplable numbers(
      CategoryChoice choice, IntPredicate ofClasses, List<? extends ClassMetric> chosen) {
    List<String> chosenNames = choice.labels().categories().stream().map(Category::name).toList();
    return numbers(
        IntStream.range(0, names.size())
            .mapToObj(k -> ofClasses.test(k) ? chosenNames : List.<String>of())
            .toList(),
        images.map(image -> select(choice, ofClasses, image)),
        chosen);
  }

  private static List<ImageCounts> select(
      CategoryChoice choice, IntPredicate ofClasses, List<ImageCounts> image) {
    return IntStream.range(0, image.size())
        .mapToObj(k -> ofClasses.test(k) ? image.get(k).select(choice) : ImageCounts.NONE)
        .toList();
  }

  private Resamplable numbers(
      List<List<String>> names,
      ImageRecords<List<ImageCounts>> images,
      List<? extends ClassMetric> chosen) {
    SemanticNumbers numbers = new SemanticNumbers(names, rules.averaging(), chosen);
    List<List<ImageCounts>> counts = images.inOrder();
    if (rules.perImage()) {
      double[][] values =
          counts.stream()
              .map(image -> numbers.of(image.stream().map(ImageCounts::expand).toList()))
              .toArray(double[][]::new);
      return new ImageMeans(images.images(), numbers.quantities(), values);
    }
    int[] classes = names.stream().mapToInt(List::size).toArray();
    return new SummedCounts(classes, numbers, images.images(), counts);
  }

  /** A metric without its numbers of each class. */
  private record OverallOnly(ClassMetric metric) implements ClassMetric {
    @Override
    public String name() {
      return metric.name();
    }

    @Override
    public int counts() {
      return metric.counts();
    }

    @Override
    public @Nullable OverallFormula overall() {
      return metric.overall();
    }

    @Override
    public @Nullable ClassFormula perClass() {
      return null;
    }
  }
}
