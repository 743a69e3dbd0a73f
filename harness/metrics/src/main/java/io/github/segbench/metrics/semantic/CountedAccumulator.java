package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.CategoryChoice;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImagePair;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The running state of metrics of one {@link ClassCounting}: the class counts of each image. */
public final class CountedAccumulator implements Accumulator {
  private final LabelSet labels;
  private final Convention convention;
  private final ClassCounting counting;
  private final List<CountedMetric> metrics;
  private final ClassCounter counter;
  private final CountedImages images;

  /**
   * @param labels of ground truth and prediction
   * @param metrics what is reported, in this order; all of the counting
   * @throws IllegalArgumentException if the convention is of another task
   */
  public CountedAccumulator(
      LabelSet labels, Convention convention, ClassCounting counting, List<CountedMetric> metrics) {
    this.labels = Objects.requireNonNull(labels, "labels");
    this.convention = convention;
    this.counting = counting;
    this.metrics = List.copyOf(metrics);
    this.counter = counting.counter(labels);
    List<String> classes = labels.categories().stream().map(Category::name).toList();
    this.images =
        new CountedImages(convention, Collections.nCopies(counting.counts(), classes), metrics);
  }

  @Override
  public void add(int image, Segmentations truth, Segmentations prediction) {
    images.requireAbsent(image);
    ImagePair<SemanticSegmentation> pair =
        ImagePair.of(SegmentationTask.SEMANTIC, SemanticSegmentation.class, truth, prediction);
    images.add(image, counter.count(pair.truth().labels(), pair.prediction().labels()));
  }

  @Override
  public void merge(Accumulator other) {
    if (!(other instanceof CountedAccumulator that)
        || !labels.equals(that.labels)
        || convention != that.convention
        || !counting.equals(that.counting)) {
      throw new IllegalArgumentException("accumulators of different kinds, labels or conventions");
    }
    images.addAll(that.images);
  }

  @Override
  public Resamplable numbers() {
    return images.numbers();
  }

  @Override
  public Optional<Resamplable> numbers(Predicate<Category> categories) {
    List<CountedMetric> chosen =
        metrics.stream().flatMap(metric -> metric.ofChosenClasses().stream()).toList();
    return chosen.isEmpty()
        ? Optional.empty()
        : CategoryChoice.of(labels, categories)
            .map(choice -> images.numbers(choice, counts -> true, chosen));
  }

  @Override
  public Evaluation evaluate(BootstrapSettings bootstrap) {
    return new Evaluation(
        SegmentationTask.SEMANTIC, convention, images.values(bootstrap), List.of(), null);
  }
}
