package io.github.segbench.metrics.panoptic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
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
import io.github.segbench.metrics.evaluation.Resamplable;
import io.github.segbench.metrics.statistics.MetricValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The running state of a panoptic evaluation: the segment counts of each image. They are summed in
 * the order of the images, so that sums of IoU do not depend on who saw an image first.
 */
public final class PanopticAccumulator implements Accumulator {
  private final LabelSet labels;
  private final List<PanopticMetric> metrics;
  private final PanopticOverlap overlap;
  private final PanopticMatcher matcher;
  private final ImageRecords<ImageSegments> images = new ImageRecords<>();

  /**
   * @param labels of ground truth and prediction
   * @param overlap by which segments match, in all of the metrics
   * @param metrics what is reported, in this order
   * @throws IllegalArgumentException if a metric is of another overlap
   */
  public PanopticAccumulator(
      LabelSet labels, PanopticOverlap overlap, List<PanopticMetric> metrics) {
    this.labels = Objects.requireNonNull(labels, "labels");
    this.metrics = List.copyOf(metrics);
    this.overlap = overlap;
    this.matcher = new PanopticMatcher(labels, overlap);
    for (PanopticMetric metric : metrics) {
      if (metric.overlap() != overlap) {
        throw new IllegalArgumentException(metric.name() + " is not of the overlap " + overlap);
      }
    }
  }

  @Override
  public void add(int image, Segmentations truth, Segmentations prediction) {
    images.requireAbsent(image);
    SegmentCounts counts =
        matcher.match(
            ImagePair.of(SegmentationTask.PANOPTIC, PanopticSegmentation.class, truth, prediction));
    images.add(image, new ImageSegments(counts));
  }

  @Override
  public void merge(Accumulator other) {
    if (!(other instanceof PanopticAccumulator that)
        || !labels.equals(that.labels)
        || overlap != that.overlap) {
      throw new IllegalArgumentException("accumulators of different kinds, labels or overlaps");
    }
    images.addAll(that.images);
  }

  @Override
  public Resamplable numbers() {
    return new PanopticNumbers(labels, metrics, images);
  }

  @Override
  public Optional<Resamplable> numbers(Predicate<Category> categories) {
    return CategoryChoice.of(labels, categories)
        .map(
            choice ->
                new PanopticNumbers(
                    choice.labels(), metrics, images.map(image -> image.select(choice))));
  }

  @Override
  public Optional<AnnotatedImages> annotatedImages() {
    int[] annotated = new int[labels.size()];
    for (ImageSegments image : images.inOrder()) {
      for (int i = 0; i < image.size(); i++) {
        annotated[image.category(i)] += image.isAnnotated(i) ? 1 : 0;
      }
    }
    return Optional.of(new AnnotatedImages(labels, annotated));
  }

  /** The counts of all images seen so far. */
  public SegmentCounts counts() {
    SegmentCounts sums = new SegmentCounts(labels.size());
    images.inOrder().forEach(image -> image.addTo(sums));
    return sums;
  }

  @Override
  public Evaluation evaluate(BootstrapSettings bootstrap) {
    Resamplable numbers = numbers();
    List<ImageValue> imageValues = new ArrayList<>();
    int[] positions = images.images();
    List<ImageSegments> records = images.inOrder();
    for (int i = 0; i < positions.length; i++) {
      imageValues.add(
          new ImageValue(positions[i], overlap.imageMetric(), meanQuality(records.get(i))));
    }
    return new Evaluation(
        SegmentationTask.PANOPTIC,
        Convention.COCO_PANOPTIC,
        MetricValues.of(numbers, numbers, bootstrap),
        imageValues,
        null);
  }

  /** The mean over the categories that occur in an image. */
  private @Nullable Double meanQuality(ImageSegments image) {
    SegmentCounts counts = new SegmentCounts(labels.size());
    image.addTo(counts);
    SegmentFormula quality = new PanopticQuality();
    double sum = 0;
    for (int i = 0; i < image.size(); i++) {
      sum += quality.of(counts, image.category(i));
    }
    return image.size() == 0 ? null : sum / image.size();
  }
}
