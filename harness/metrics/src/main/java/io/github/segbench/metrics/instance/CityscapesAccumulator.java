package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
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
import io.github.segbench.metrics.evaluation.ImageRecords;
import io.github.segbench.metrics.evaluation.ImageValue;
import io.github.segbench.metrics.evaluation.MetricException;
import io.github.segbench.metrics.evaluation.Resamplable;
import io.github.segbench.metrics.statistics.MetricValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The running state of a Cityscapes instance evaluation: which detections of each image were right,
 * wrong or forgiven.
 *
 * <p>The ground truth of an image is an instance segmentation, whose crowds are the groups, and a
 * semantic segmentation, whose ids outside the label set are void. Instances of a category that the
 * label set lacks, such as Cityscapes' caravan and trailer, are not scored; as in the reference,
 * the pixels of such an object in the ground truth, not of a group, are no void either. An instance
 * of stuff is an error.
 */
public final class CityscapesAccumulator implements Accumulator {
  private final LabelSet labels;
  private final List<CityscapesMetric> metrics;
  private final CityscapesMatcher matcher = new CityscapesMatcher();
  private final ImageRecords<List<CityscapesMatches>> images = new ImageRecords<>();

  /**
   * @param labels of ground truth and prediction
   * @param metrics what is reported, in this order
   */
  public CityscapesAccumulator(LabelSet labels, List<CityscapesMetric> metrics) {
    this.labels = Objects.requireNonNull(labels, "labels");
    this.metrics = List.copyOf(metrics);
  }

  @Override
  public void add(int image, Segmentations truth, Segmentations prediction) {
    images.requireAbsent(image);
    ImagePair<InstanceSegmentation> pair =
        ImagePair.of(SegmentationTask.INSTANCE, InstanceSegmentation.class, truth, prediction);
    InstancesByCategory regions = scored("ground truth", pair.truth());
    InstancesByCategory detections = scored("prediction", pair.prediction());
    Mask unlabelled = unlabelled(truth, pair.truth().instances());
    List<CityscapesMatches> matches = new ArrayList<>();
    for (int c = 0; c < labels.size(); c++) {
      if (regions.has(c) || detections.has(c)) {
        matches.add(matcher.match(c, regions.of(c), detections.of(c), unlabelled));
      }
    }
    images.add(image, List.copyOf(matches));
  }

  private InstancesByCategory scored(String side, InstanceSegmentation segmentation) {
    return new InstancesByCategory(
        labels, side, segmentation.instances().stream().filter(this::isKnown).toList());
  }

  private boolean isKnown(Instance instance) {
    return labels.indexOf(instance.category()) >= 0;
  }

  /** The void pixels. */
  private Mask unlabelled(Segmentations truth, List<Instance> instances) {
    LabelMap map =
        truth
            .semantic()
            .map(SemanticSegmentation::labels)
            .orElseThrow(
                () ->
                    new MetricException(
                        "the ground truth has no semantic segmentation, which says where void is"));
    short[] ids = map.labels();
    boolean[] bitmap = new boolean[ids.length];
    for (int i = 0; i < ids.length; i++) {
      bitmap[i] = labels.indexOf(ids[i] & LabelSet.MAX_ID) < 0;
    }
    for (Instance instance : instances) {
      if (!isKnown(instance) && !instance.crowd()) {
        boolean[] object = instance.mask().toBitmap();
        for (int i = 0; i < object.length; i++) {
          bitmap[i] &= !object[i];
        }
      }
    }
    return Mask.ofBitmap(map.width(), map.height(), bitmap);
  }

  @Override
  public void merge(Accumulator other) {
    if (!(other instanceof CityscapesAccumulator that) || !labels.equals(that.labels)) {
      throw new IllegalArgumentException("accumulators of different kinds or labels");
    }
    images.addAll(that.images);
  }

  @Override
  public Resamplable numbers() {
    return new CityscapesNumbers(labels, metrics, images);
  }

  @Override
  public Optional<Resamplable> numbers(Predicate<Category> categories) {
    return CategoryChoice.of(labels, category -> category.isThing() && categories.test(category))
        .map(
            choice ->
                new CityscapesNumbers(
                    choice.labels(), metrics, images.map(image -> select(image, choice))));
  }

  /** The chosen categories alone, at their places among these. */
  private static List<CityscapesMatches> select(
      List<CityscapesMatches> image, CategoryChoice choice) {
    return image.stream()
        .filter(matches -> choice.position(matches.category()) >= 0)
        .map(matches -> matches.at(choice.position(matches.category())))
        .toList();
  }

  @Override
  public Optional<AnnotatedImages> annotatedImages() {
    int[] annotated = new int[labels.size()];
    for (List<CityscapesMatches> image : images.inOrder()) {
      image.forEach(matches -> annotated[matches.category()] += matches.objects() > 0 ? 1 : 0);
    }
    return Optional.of(new AnnotatedImages(labels, annotated));
  }

  @Override
  public Evaluation evaluate(BootstrapSettings bootstrap) {
    List<ImageValue> imageValues = new ArrayList<>();
    int[] positions = images.images();
    List<List<CityscapesMatches>> records = images.inOrder();
    for (int i = 0; i < positions.length; i++) {
      imageValues.add(
          new ImageValue(positions[i], InstanceAccumulator.IMAGE_F1, f1(records.get(i))));
    }
    Resamplable numbers = numbers();
    return new Evaluation(
        SegmentationTask.INSTANCE,
        Convention.CITYSCAPES_INSTANCES,
        MetricValues.of(numbers, numbers, bootstrap),
        imageValues,
        null);
  }

  /** 2 TP / (2 TP + FP + FN) at overlap 0.5; null if there is nothing. */
  private static @Nullable Double f1(List<CityscapesMatches> categories) {
    int truePositives = 0;
    int falsePositives = 0;
    int objects = 0;
    for (CityscapesMatches matches : categories) {
      truePositives += matches.shownTruePositives(0);
      falsePositives += matches.shownFalsePositives(0);
      objects += matches.objects();
    }
    int denominator = truePositives + falsePositives + objects;
    return denominator == 0 ? null : 2.0 * truePositives / denominator;
  }
}
