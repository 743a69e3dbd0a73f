package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.AnnotatedImages;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.CategoryChoice;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImagePair;
import io.github.segbench.metrics.evaluation.ImageRecords;
import io.github.segbench.metrics.evaluation.ImageValue;
import io.github.segbench.metrics.evaluation.PrecisionRecallCurve;
import io.github.segbench.metrics.evaluation.Resamplable;
import io.github.segbench.metrics.statistics.MetricValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The running state of a COCO instance evaluation: how the detections of each image were matched.
 * It is about things alone; an instance of stuff is an error.
 *
 * <p>Where scores of different images are equal, the image with the smaller position comes first,
 * as in the reference the smaller image id.
 */
public final class InstanceAccumulator implements Accumulator {
  /** Name of the per-image value: F1 at IoU 0.5 of the detections with a score of at least 0.5. */
  public static final String IMAGE_F1 = "F1@50";

  private final LabelSet labels;
  private final Overlap overlap;
  private final List<InstanceMetric> metrics;
  private final CocoMatcher matcher;
  private final ImageRecords<ImageMatches> images = new ImageRecords<>();

  /**
   * @param labels of ground truth and prediction
   * @param overlap of what, in all of the metrics
   * @param metrics what is reported, in this order
   */
  public InstanceAccumulator(LabelSet labels, Overlap overlap, List<InstanceMetric> metrics) {
    this.labels = Objects.requireNonNull(labels, "labels");
    this.overlap = Objects.requireNonNull(overlap, "overlap");
    this.matcher = new CocoMatcher(overlap);
    this.metrics = List.copyOf(metrics);
  }

  @Override
  public void add(int image, Segmentations truth, Segmentations prediction) {
    images.requireAbsent(image);
    ImagePair<InstanceSegmentation> pair =
        ImagePair.of(SegmentationTask.INSTANCE, InstanceSegmentation.class, truth, prediction);
    InstancesByCategory truths =
        new InstancesByCategory(labels, "ground truth", pair.truth().instances());
    InstancesByCategory detections =
        new InstancesByCategory(labels, "prediction", pair.prediction().instances());
    List<CategoryMatches> matches = new ArrayList<>();
    for (int c = 0; c < labels.size(); c++) {
      if (truths.has(c) || detections.has(c)) {
        matches.add(matcher.match(c, truths.of(c), detections.of(c)));
      }
    }
    images.add(image, new ImageMatches(matches));
  }

  @Override
  public void merge(Accumulator other) {
    if (!(other instanceof InstanceAccumulator that)
        || !labels.equals(that.labels)
        || overlap != that.overlap) {
      throw new IllegalArgumentException("accumulators of different kinds or labels");
    }
    images.addAll(that.images);
  }

  /** Those of the metrics that have intervals. */
  @Override
  public Resamplable numbers() {
    return new InstanceNumbers(labels, resampled(), images);
  }

  @Override
  public Optional<Resamplable> numbers(Predicate<Category> categories) {
    return CategoryChoice.of(labels, category -> category.isThing() && categories.test(category))
        .map(
            choice ->
                new InstanceNumbers(
                    choice.labels(), resampled(), images.map(image -> image.select(choice))));
  }

  @Override
  public Optional<AnnotatedImages> annotatedImages() {
    int[] annotated = new int[labels.size()];
    images.inOrder().forEach(image -> image.countAnnotated(annotated));
    return Optional.of(new AnnotatedImages(labels, annotated));
  }

  private List<InstanceMetric> resampled() {
    return metrics.stream().filter(InstanceMetric::hasInterval).toList();
  }

  /** Precision and recall of the images seen so far. */
  public CocoAccumulation accumulation(Slice slice) {
    return new CocoAccumulation(new MatchTable(labels.size(), images.inOrder()), slice);
  }

  @Override
  public Evaluation evaluate(BootstrapSettings bootstrap) {
    InstanceNumbers numbers = new InstanceNumbers(labels, metrics, images);
    return new Evaluation(
        SegmentationTask.INSTANCE,
        Convention.COCO,
        MetricValues.of(numbers, numbers.withIntervals(), bootstrap),
        imageValues(),
        null,
        curves(numbers));
  }

  /** Of masks alone, as the image values are. */
  private List<PrecisionRecallCurve> curves(InstanceNumbers numbers) {
    return overlap == Overlap.MASK
        ? numbers.accumulation(Slice.ALL).map(MeanCurves::of).orElse(List.of())
        : List.of();
  }

  /** Of masks alone: beside them, numbers of boxes or boundaries have none of their own. */
  private List<ImageValue> imageValues() {
    List<ImageValue> values = new ArrayList<>();
    if (overlap == Overlap.MASK) {
      int[] positions = images.images();
      List<ImageMatches> records = images.inOrder();
      for (int i = 0; i < positions.length; i++) {
        values.add(new ImageValue(positions[i], IMAGE_F1, records.get(i).f1()));
      }
    }
    return values;
  }
}
