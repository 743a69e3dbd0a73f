package io.github.segbench.metrics.boundary;

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
import io.github.segbench.metrics.evaluation.ImageRecords;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.metrics.evaluation.Quantity;
import io.github.segbench.metrics.evaluation.Resamplable;
import io.github.segbench.metrics.statistics.ImageMeans;
import io.github.segbench.metrics.statistics.MetricValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The running state of the BF score: the scores of the classes of each image. Every number is a
 * mean over the images, under every convention.
 */
public final class BoundaryF1Accumulator implements Accumulator {
  private final LabelSet labels;
  private final Convention convention;
  private final List<BoundaryF1Metric> metrics;
  private final BoundaryF1 boundaryF1;
  private final ImageRecords<ClassScores> images = new ImageRecords<>();

  /**
   * @param labels of ground truth and prediction
   * @param metrics what is reported, in this order
   */
  public BoundaryF1Accumulator(
      LabelSet labels, Convention convention, List<BoundaryF1Metric> metrics) {
    this.labels = Objects.requireNonNull(labels, "labels");
    this.convention = convention;
    this.metrics = List.copyOf(metrics);
    this.boundaryF1 = new BoundaryF1(labels);
  }

  @Override
  public void add(int image, Segmentations truth, Segmentations prediction) {
    images.requireAbsent(image);
    ImagePair<SemanticSegmentation> pair =
        ImagePair.of(SegmentationTask.SEMANTIC, SemanticSegmentation.class, truth, prediction);
    images.add(
        image, new ClassScores(boundaryF1.of(pair.truth().labels(), pair.prediction().labels())));
  }

  @Override
  public void merge(Accumulator other) {
    if (!(other instanceof BoundaryF1Accumulator that)
        || !labels.equals(that.labels)
        || convention != that.convention) {
      throw new IllegalArgumentException("accumulators of different kinds, labels or conventions");
    }
    images.addAll(that.images);
  }

  @Override
  public Resamplable numbers() {
    return numbers(labels, images);
  }

  @Override
  public Optional<Resamplable> numbers(Predicate<Category> categories) {
    return CategoryChoice.of(labels, categories)
        .map(choice -> numbers(choice.labels(), images.map(scores -> scores.select(choice))));
  }

  private Resamplable numbers(LabelSet classes, ImageRecords<ClassScores> scored) {
    List<Quantity> quantities = new ArrayList<>();
    for (BoundaryF1Metric metric : metrics) {
      if (metric.mean()) {
        quantities.add(new Quantity(metric.name(), MetricValue.ALL));
      }
    }
    int means = quantities.size();
    for (BoundaryF1Metric metric : metrics) {
      if (!metric.mean()) {
        for (Category category : classes.categories()) {
          quantities.add(new Quantity(metric.name(), category.name()));
        }
      }
    }
    double[][] values =
        scored.inOrder().stream()
            .map(scores -> scores.values(means, quantities.size(), classes.size()))
            .toArray(double[][]::new);
    return new ImageMeans(scored.images(), quantities, values);
  }

  @Override
  public Evaluation evaluate(BootstrapSettings bootstrap) {
    Resamplable numbers = numbers();
    return new Evaluation(
        SegmentationTask.SEMANTIC,
        convention,
        MetricValues.of(numbers, numbers, bootstrap),
        List.of(),
        null);
  }

  /** The scores of one image, kept small: the classes that occur in it alone. */
  private static final class ClassScores {
    private final int[] index;
    private final double[] scores;

    ClassScores(double[] all) {
      index = IntStream.range(0, all.length).filter(c -> !Double.isNaN(all[c])).toArray();
      scores = Arrays.stream(index).mapToDouble(c -> all[c]).toArray();
    }

    /** The same image with the chosen classes alone, at their places among these. */
    ClassScores select(CategoryChoice choice) {
      double[] chosen = new double[choice.labels().size()];
      Arrays.fill(chosen, Double.NaN);
      for (int i = 0; i < index.length; i++) {
        int position = choice.position(index[i]);
        if (position >= 0) {
          chosen[position] = scores[i];
        }
      }
      return new ClassScores(chosen);
    }

    /** The mean several times, then the score of each class, as often as there is room. */
    double[] values(int means, int quantities, int classes) {
      double[] values = new double[quantities];
      Arrays.fill(values, Double.NaN);
      Arrays.fill(values, 0, means, DoubleStream.of(scores).average().orElse(Double.NaN));
      for (int from = means; from < quantities; from += classes) {
        for (int i = 0; i < index.length; i++) {
          values[from + index[i]] = scores[i];
        }
      }
      return values;
    }
  }
}
