package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImagePair;
import io.github.segbench.metrics.evaluation.ImageRecords;
import io.github.segbench.metrics.evaluation.Resamplable;
import io.github.segbench.metrics.statistics.MetricValues;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The running state of Cityscapes' iIoU: the instance sums of each image, which are summed in the
 * order of the images.
 *
 * <p>Instances are the segments of the ground truth's panoptic segmentation beside its semantic
 * one. If an image has none, all numbers are undefined.
 */
public final class InstanceWeightedAccumulator implements Accumulator {
  private final LabelSet scored;
  private final List<InstanceWeightedMetric> metrics;

  /** Those scored and those that the official evaluation has in groups alone. */
  private final LabelSet labels;

  private final Groups groups;
  private final int[] indexById;
  private final ConfusionMatrix current;
  private final ImageRecords<Optional<ImageInstances>> images = new ImageRecords<>();

  /**
   * @param labels of ground truth and prediction
   * @param metrics what is reported, in this order
   */
  public InstanceWeightedAccumulator(LabelSet labels, List<InstanceWeightedMetric> metrics) {
    this.scored = Objects.requireNonNull(labels, "labels");
    this.metrics = List.copyOf(metrics);
    this.labels = CityscapesClasses.withUnscored(labels);
    this.groups = new Groups(this.labels);
    this.indexById = PairCounts.table(this.labels, 1);
    this.current = new ConfusionMatrix(this.labels);
  }

  @Override
  public void add(int image, Segmentations truth, Segmentations prediction) {
    images.requireAbsent(image);
    ImagePair<SemanticSegmentation> pair =
        ImagePair.of(SegmentationTask.SEMANTIC, SemanticSegmentation.class, truth, prediction);
    current.clear();
    current.add(pair.truth().labels(), pair.prediction().labels());
    add(image, current, truth, pair.prediction().labels());
  }

  /**
   * Scores an image whose pixels have been counted.
   *
   * @param counts of the label set with the classes that are in groups alone
   */
  void add(int image, ConfusionMatrix counts, Segmentations truth, LabelMap prediction) {
    images.add(image, truth.panoptic().map(segments -> sums(counts, segments, prediction)));
  }

  private ImageInstances sums(
      ConfusionMatrix counts, PanopticSegmentation segments, LabelMap prediction) {
    InstanceSums sums = new InstanceSums(labels.size(), groups.size());
    counts.pairs().forEach((truth, predicted, pixels) -> addPair(sums, truth, predicted, pixels));
    new InstancePixels(segments, labels, scored, groups, prediction, indexById).addTo(sums);
    return new ImageInstances(sums);
  }

  private void addPair(InstanceSums sums, int trueClass, int predicted, long pixels) {
    boolean isScored = scored.indexOf(labels.categories().get(trueClass).id()) >= 0;
    if (!isScored || predicted == labels.size()) {
      return;
    }
    if (predicted != trueClass) {
      sums.addFalsePositives(predicted, pixels);
    }
    int group = groups.groupOf(predicted);
    if (group != Groups.NONE && group != groups.groupOf(trueClass)) {
      sums.addFalsePositivesOfGroup(group, pixels);
    }
  }

  @Override
  public void merge(Accumulator other) {
    if (!(other instanceof InstanceWeightedAccumulator that) || !scored.equals(that.scored)) {
      throw new IllegalArgumentException("accumulators of different kinds or labels");
    }
    images.addAll(that.images);
  }

  @Override
  public Resamplable numbers() {
    return new InstanceWeightedNumbers(labels, groups, scored, metrics, images);
  }

  @Override
  public Evaluation evaluate(BootstrapSettings bootstrap) {
    Resamplable numbers = numbers();
    return new Evaluation(
        SegmentationTask.SEMANTIC,
        Convention.CITYSCAPES,
        MetricValues.of(numbers, numbers, bootstrap),
        List.of(),
        null);
  }
}
