package io.github.segbench.metrics.semantic;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.AnnotatedImages;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.CompositeAccumulator;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.ImagePair;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The running state of Cityscapes' pixel-level evaluation: metrics of classes and groups, and iIoU
 * beside them. The pixels of an image are counted once for both.
 */
public final class CityscapesPixelAccumulator implements Accumulator {
  private final SemanticAccumulator semantic;
  private final InstanceWeightedAccumulator weighted;
  private final CompositeAccumulator both;

  /** Of the image that is being added, with the classes that iIoU has in groups alone. */
  private final ConfusionMatrix all;

  /** Of the same image, of the classes that are scored. */
  private final ConfusionMatrix scored;

  /**
   * @param labels of ground truth and prediction
   * @param metrics what is reported, in this order
   * @param weightedMetrics what is reported after them, in this order
   */
  public CityscapesPixelAccumulator(
      LabelSet labels, List<SemanticMetric> metrics, List<InstanceWeightedMetric> weightedMetrics) {
    semantic = new SemanticAccumulator(labels, Convention.CITYSCAPES, metrics);
    weighted = new InstanceWeightedAccumulator(labels, weightedMetrics);
    both = new CompositeAccumulator(List.of(semantic, weighted));
    all = new ConfusionMatrix(CityscapesClasses.withUnscored(labels));
    scored = new ConfusionMatrix(labels);
  }

  @Override
  public void add(int image, Segmentations truth, Segmentations prediction) {
    semantic.requireAbsent(image);
    ImagePair<SemanticSegmentation> pair =
        ImagePair.of(SegmentationTask.SEMANTIC, SemanticSegmentation.class, truth, prediction);
    all.clear();
    all.add(pair.truth().labels(), pair.prediction().labels());
    scored.clear();
    scored.mergeKnown(all);
    semantic.add(image, scored);
    weighted.add(image, all, truth, pair.prediction().labels());
  }

  @Override
  public void merge(Accumulator other) {
    if (!(other instanceof CityscapesPixelAccumulator that)) {
      throw new IllegalArgumentException("accumulators of different kinds");
    }
    both.merge(that.both);
  }

  @Override
  public Resamplable numbers() {
    return both.numbers();
  }

  @Override
  public Optional<Resamplable> numbers(Predicate<Category> categories) {
    return both.numbers(categories);
  }

  @Override
  public Optional<AnnotatedImages> annotatedImages() {
    return both.annotatedImages();
  }

  @Override
  public Evaluation evaluate(BootstrapSettings bootstrap) {
    return both.evaluate(bootstrap);
  }
}
