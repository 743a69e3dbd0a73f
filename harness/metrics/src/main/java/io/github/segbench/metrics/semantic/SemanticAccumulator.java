package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.AnnotatedImages;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.CategoryChoice;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImagePair;
import io.github.segbench.metrics.evaluation.ImageValue;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The running state of a semantic evaluation: a confusion matrix, and the counts of classes and of
 * groups of classes of each image.
 */
public final class SemanticAccumulator implements Accumulator {
  /** A larger matrix is nothing to look at and takes more memory than all else. */
  private static final int LARGEST_SHOWN = 1000;

  private final LabelSet labels;
  private final Convention convention;
  private final List<SemanticMetric> metrics;
  private final Groups groups;
  private final ConfusionMatrix total;
  private final ConfusionMatrix current;
  private final CountedImages images;

  /**
   * @param labels of ground truth and prediction
   * @param metrics what is reported, in this order
   * @throws IllegalArgumentException if the convention is of another task
   */
  public SemanticAccumulator(LabelSet labels, Convention convention, List<SemanticMetric> metrics) {
    this.labels = Objects.requireNonNull(labels, "labels");
    this.convention = convention;
    this.metrics = List.copyOf(metrics);
    this.groups = new Groups(labels);
    List<String> classes = labels.categories().stream().map(Category::name).toList();
    // In the order of Partition.
    this.images = new CountedImages(convention, List.of(classes, groups.names()), metrics);
    this.total = new ConfusionMatrix(labels);
    this.current = new ConfusionMatrix(labels);
  }

  @Override
  public void add(int image, Segmentations truth, Segmentations prediction) {
    images.requireAbsent(image);
    ImagePair<SemanticSegmentation> pair =
        ImagePair.of(SegmentationTask.SEMANTIC, SemanticSegmentation.class, truth, prediction);
    current.clear();
    current.add(pair.truth().labels(), pair.prediction().labels());
    add(image, current);
  }

  /**
   * @throws IllegalArgumentException if the image was added before
   */
  void requireAbsent(int image) {
    images.requireAbsent(image);
  }

  /** Scores an image whose pixels have been counted. */
  void add(int image, ConfusionMatrix counts) {
    ClassCounts ofClasses = new ClassCounts(labels.size());
    ClassCounts ofGroups = new ClassCounts(groups.size());
    counts
        .pairs()
        .forEach(
            (trueClass, predicted, pixels) -> {
              total.pairs().add(trueClass, predicted, pixels);
              ofClasses.addPair(trueClass, predicted, pixels);
              groups.addPair(ofGroups, trueClass, predicted, pixels);
            });
    images.add(image, List.of(ofClasses, ofGroups));
  }

  @Override
  public void merge(Accumulator other) {
    if (!(other instanceof SemanticAccumulator that)
        || !labels.equals(that.labels)
        || convention != that.convention) {
      throw new IllegalArgumentException("accumulators of different kinds, labels or conventions");
    }
    images.addAll(that.images);
    total.merge(that.total);
  }

  @Override
  public Resamplable numbers() {
    return images.numbers();
  }

  @Override
  public Optional<Resamplable> numbers(Predicate<Category> categories) {
    List<SemanticMetric> chosen =
        metrics.stream().flatMap(metric -> metric.ofChosenClasses().stream()).toList();
    return chosen.isEmpty()
        ? Optional.empty()
        : CategoryChoice.of(labels, categories)
            .map(choice -> images.numbers(choice, k -> k == Partition.CLASSES.ordinal(), chosen));
  }

  @Override
  public Optional<AnnotatedImages> annotatedImages() {
    int[] annotated = new int[labels.size()];
    images
        .inOrder()
        .forEach(image -> image.get(Partition.CLASSES.ordinal()).countAnnotated(annotated));
    return Optional.of(new AnnotatedImages(labels, annotated));
  }

  /** The counts of all images seen so far. */
  public ConfusionMatrix confusionMatrix() {
    ConfusionMatrix copy = new ConfusionMatrix(labels);
    copy.merge(total);
    return copy;
  }

  /**
   * {@inheritDoc}
   *
   * <p>There are no confusion counts of more than 1,000 classes.
   */
  @Override
  public Evaluation evaluate(BootstrapSettings bootstrap) {
    return new Evaluation(
        SegmentationTask.SEMANTIC,
        convention,
        images.values(bootstrap),
        imageValues(),
        labels.size() <= LARGEST_SHOWN ? total.toCounts() : null);
  }

  /**
   * For each image its mIoU over the classes that occur in it and its pixel accuracy, under every
   * convention: they show which images are hard, and a class that is absent is no error.
   */
  private List<ImageValue> imageValues() {
    OverallFormula meanIou = new ClassMean(new IntersectionOverUnion());
    OverallFormula pixelAccuracy = new PixelAccuracy();
    List<ImageValue> values = new ArrayList<>();
    int[] positions = images.images();
    List<List<ImageCounts>> records = images.inOrder();
    for (int i = 0; i < positions.length; i++) {
      ClassCounts counts = records.get(i).get(Partition.CLASSES.ordinal()).expand();
      values.add(imageValue(positions[i], "mIoU", meanIou, counts));
      values.add(imageValue(positions[i], "pixelAccuracy", pixelAccuracy, counts));
    }
    return values;
  }

  private static ImageValue imageValue(
      int image, String name, OverallFormula formula, ClassCounts counts) {
    @Nullable Double value = formula.of(counts, ClassAveraging.OCCURRING);
    return new ImageValue(image, name, Double.isNaN(value) ? null : value);
  }
}
