package io.github.segbench.metrics.panoptic;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
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
import org.jspecify.annotations.Nullable;

/**
 * The running state of a panoptic evaluation: the segment counts of each image. They are summed in
 * the order of the images, so that sums of IoU do not depend on who saw an image first.
 */
public final class PanopticAccumulator implements Accumulator {
  private final LabelSet labels;
  private final List<PanopticMetric> metrics;
  private final PanopticMatcher matcher;
  private final ImageRecords<ImageSegments> images = new ImageRecords<>();

  /**
   * @param labels of ground truth and prediction
   * @param metrics what is reported, in this order
   */
  public PanopticAccumulator(LabelSet labels, List<PanopticMetric> metrics) {
    this.labels = Objects.requireNonNull(labels, "labels");
    this.metrics = List.copyOf(metrics);
    this.matcher = new PanopticMatcher(labels);
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
    if (!(other instanceof PanopticAccumulator that) || !labels.equals(that.labels)) {
      throw new IllegalArgumentException("accumulators of different kinds or labels");
    }
    images.addAll(that.images);
  }

  @Override
  public Resamplable numbers() {
    return new PanopticNumbers(labels, metrics, images);
  }

  /** The counts of all images seen so far. */
  public SegmentCounts counts() {
    SegmentCounts sums = new SegmentCounts(labels.size());
    images.inOrder().forEach(image -> image.addTo(sums, 1));
    return sums;
  }

  @Override
  public Evaluation evaluate(BootstrapSettings bootstrap) {
    Resamplable numbers = numbers();
    List<ImageValue> imageValues = new ArrayList<>();
    int[] positions = images.images();
    List<ImageSegments> records = images.inOrder();
    for (int i = 0; i < positions.length; i++) {
      imageValues.add(new ImageValue(positions[i], "PQ", meanQuality(records.get(i).expand())));
    }
    return new Evaluation(
        SegmentationTask.PANOPTIC,
        Convention.COCO_PANOPTIC,
        MetricValues.of(numbers, numbers, bootstrap),
        imageValues,
        null);
  }

  private static @Nullable Double meanQuality(SegmentCounts counts) {
    SegmentFormula quality = new PanopticQuality();
    double sum = 0;
    int occurring = 0;
    for (int c = 0; c < counts.size(); c++) {
      if (counts.occurs(c)) {
        sum += quality.of(counts, c);
        occurring++;
      }
    }
    return occurring == 0 ? null : sum / occurring;
  }
}
