package io.github.segbench.metrics.catalogue;

import io.github.segbench.api.segmentation.Frequency;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.metrics.boundary.BoundaryF1Metric;
import io.github.segbench.metrics.boundary.InnerBoundaries;
import io.github.segbench.metrics.boundary.Trimaps;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.MetricDefinition;
import io.github.segbench.metrics.instance.AreaRange;
import io.github.segbench.metrics.instance.AveragePrecision;
import io.github.segbench.metrics.instance.AverageRecall;
import io.github.segbench.metrics.instance.CityscapesMetric;
import io.github.segbench.metrics.instance.DetectionFormula;
import io.github.segbench.metrics.instance.FrequencyPrecision;
import io.github.segbench.metrics.instance.InstanceMetric;
import io.github.segbench.metrics.instance.Overlap;
import io.github.segbench.metrics.instance.Slice;
import io.github.segbench.metrics.panoptic.PanopticMetric;
import io.github.segbench.metrics.panoptic.PanopticQuality;
import io.github.segbench.metrics.panoptic.RecognitionQuality;
import io.github.segbench.metrics.panoptic.SegmentFormula;
import io.github.segbench.metrics.panoptic.SegmentationQuality;
import io.github.segbench.metrics.semantic.Ade20kScore;
import io.github.segbench.metrics.semantic.ClassFormula;
import io.github.segbench.metrics.semantic.ClassMean;
import io.github.segbench.metrics.semantic.CountedMetric;
import io.github.segbench.metrics.semantic.Dice;
import io.github.segbench.metrics.semantic.FrequencyWeightedIou;
import io.github.segbench.metrics.semantic.InstanceWeightedMetric;
import io.github.segbench.metrics.semantic.IntersectionOverUnion;
import io.github.segbench.metrics.semantic.MeanAccuracy;
import io.github.segbench.metrics.semantic.ObjectSize;
import io.github.segbench.metrics.semantic.ObjectSizes;
import io.github.segbench.metrics.semantic.OverallFormula;
import io.github.segbench.metrics.semantic.Partition;
import io.github.segbench.metrics.semantic.PixelAccuracy;
import io.github.segbench.metrics.semantic.Precision;
import io.github.segbench.metrics.semantic.Recall;
import io.github.segbench.metrics.semantic.SemanticMetric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every metric, a line each: its standard name, what it says and its formula; of an instance metric
 * also whether it has intervals and whether each thing has one. The order is the order of reports.
 */
public enum Metric {
  MEAN_IOU("mIoU", "mean of IoU over the classes", new ClassMean(new IntersectionOverUnion())),
  MEAN_DICE("meanDice", "mean of Dice over the classes", new ClassMean(new Dice())),
  PIXEL_ACCURACY("pixelAccuracy", "share of pixels predicted right", new PixelAccuracy()),
  MEAN_ACCURACY("meanAccuracy", "mean of recall over the classes", new MeanAccuracy()),
  FREQUENCY_WEIGHTED_IOU(
      "fwIoU", "IoU of the classes weighted by their pixels", new FrequencyWeightedIou()),
  IOU("IoU", "intersection over union of a class", new IntersectionOverUnion()),
  DICE("Dice", "Dice coefficient (F1 of pixels) of a class", new Dice()),
  PRECISION(
      "precision",
      "share of the pixels predicted as a class that are right; all: mean over the classes",
      new Precision(),
      new ClassMean(new Precision())),
  RECALL(
      "recall",
      "share of the pixels of a class that are found; all: mean over the classes",
      new Recall(),
      new ClassMean(new Recall())),
  MEAN_CATEGORY_IOU(
      SegmentationTask.SEMANTIC,
      "mean of IoU over the groups of classes",
      ofGroups("meanCategoryIoU", new ClassMean(new IntersectionOverUnion()), null)),
  CATEGORY_IOU(
      SegmentationTask.SEMANTIC,
      "intersection over union of a group of classes, such as Cityscapes' categories",
      ofGroups("categoryIoU", null, new IntersectionOverUnion())),
  MEAN_IIOU(
      SegmentationTask.SEMANTIC,
      "mean of iIoU over the things",
      new InstanceWeightedMetric("meanIIoU", Partition.CLASSES, true)),
  IIOU(
      SegmentationTask.SEMANTIC,
      "IoU of a thing in which instances of all sizes weigh the same",
      new InstanceWeightedMetric("iIoU", Partition.CLASSES, false)),
  MEAN_CATEGORY_IIOU(
      SegmentationTask.SEMANTIC,
      "mean of iIoU over the groups of things",
      new InstanceWeightedMetric("meanCategoryIIoU", Partition.GROUPS, true)),
  CATEGORY_IIOU(
      SegmentationTask.SEMANTIC,
      "IoU of a group of things in which instances of all sizes weigh the same",
      new InstanceWeightedMetric("categoryIIoU", Partition.GROUPS, false)),
  ADE20K_SCORE(
      SegmentationTask.SEMANTIC,
      "mean of pixel accuracy and mIoU",
      new SemanticMetric(
          "ade20kScore", new Ade20kScore(), null, Partition.CLASSES, Convention.ADE20K_CHALLENGE)),
  MEAN_BOUNDARY_IOU(
      SegmentationTask.SEMANTIC,
      "mean of Boundary IoU over the classes",
      new CountedMetric(
          "meanBoundaryIoU",
          new InnerBoundaries(),
          0,
          new ClassMean(new IntersectionOverUnion()),
          null)),
  BOUNDARY_IOU(
      SegmentationTask.SEMANTIC,
      "IoU of the boundaries of a class, 2% of the image's diagonal wide",
      new CountedMetric(
          "boundaryIoU", new InnerBoundaries(), 0, null, new IntersectionOverUnion())),
  MEAN_BF_SCORE(
      SegmentationTask.SEMANTIC,
      "mean of the BF score over the classes of each image",
      new BoundaryF1Metric("meanBfScore", true)),
  BF_SCORE(
      SegmentationTask.SEMANTIC,
      "F1 of the outlines of a class, within 0.75% of the image's diagonal",
      new BoundaryF1Metric("bfScore", false)),
  TRIMAP_IOU_1(SegmentationTask.SEMANTIC, trimapText(1), trimap(0)),
  TRIMAP_IOU_5(SegmentationTask.SEMANTIC, trimapText(5), trimap(1)),
  TRIMAP_IOU_10(SegmentationTask.SEMANTIC, trimapText(10), trimap(2)),
  TRIMAP_IOU_20(SegmentationTask.SEMANTIC, trimapText(20), trimap(3)),
  RECALL_SMALL(
      SegmentationTask.SEMANTIC,
      "recall of the pixels in small objects",
      recallOf("recallSmall", ObjectSize.SMALL)),
  RECALL_MEDIUM(
      SegmentationTask.SEMANTIC,
      "recall of the pixels in medium objects",
      recallOf("recallMedium", ObjectSize.MEDIUM)),
  RECALL_LARGE(
      SegmentationTask.SEMANTIC,
      "recall of the pixels in large objects",
      recallOf("recallLarge", ObjectSize.LARGE)),

  AP(
      "mask AP over IoU 0.50:0.05:0.95",
      new InstanceMetric("AP", Overlap.MASK, AveragePrecision.of(AreaRange.ALL), true, true),
      CityscapesMetric.over("AP")),
  AP50(
      "mask AP at IoU 0.50",
      new InstanceMetric("AP50", Overlap.MASK, AveragePrecision.at(0), true, true),
      CityscapesMetric.at50("AP50")),
  AP75("AP75", true, true, "mask AP at IoU 0.75", AveragePrecision.at(5)),
  AP_SMALL("APs", false, false, "AP of small objects", AveragePrecision.of(AreaRange.SMALL)),
  AP_MEDIUM("APm", false, false, "AP of medium objects", AveragePrecision.of(AreaRange.MEDIUM)),
  AP_LARGE("APl", false, false, "AP of large objects", AveragePrecision.of(AreaRange.LARGE)),
  AP_RARE("APr", true, false, "AP of rare categories", FrequencyPrecision.of(Frequency.RARE)),
  AP_COMMON("APc", true, false, "AP of common categories", FrequencyPrecision.of(Frequency.COMMON)),
  AP_FREQUENT(
      "APf", true, false, "AP of frequent categories", FrequencyPrecision.of(Frequency.FREQUENT)),
  AR1("AR1", false, false, "recall of the best detection", recall(AreaRange.ALL, 1)),
  AR10("AR10", false, false, "recall of the 10 best detections", recall(AreaRange.ALL, 10)),
  AR100("AR100", false, false, "recall of the 100 best detections", recall(AreaRange.ALL, 100)),
  AR_SMALL("ARs", false, false, "recall of small objects", recall(AreaRange.SMALL, 100)),
  AR_MEDIUM("ARm", false, false, "recall of medium objects", recall(AreaRange.MEDIUM, 100)),
  AR_LARGE("ARl", false, false, "recall of large objects", recall(AreaRange.LARGE, 100)),

  BOX_AP(AP, Overlap.BOX),
  BOX_AP50(AP50, Overlap.BOX),
  BOX_AP75(AP75, Overlap.BOX),
  BOX_AP_SMALL(AP_SMALL, Overlap.BOX),
  BOX_AP_MEDIUM(AP_MEDIUM, Overlap.BOX),
  BOX_AP_LARGE(AP_LARGE, Overlap.BOX),
  BOX_AR1(AR1, Overlap.BOX),
  BOX_AR10(AR10, Overlap.BOX),
  BOX_AR100(AR100, Overlap.BOX),
  BOX_AR_SMALL(AR_SMALL, Overlap.BOX),
  BOX_AR_MEDIUM(AR_MEDIUM, Overlap.BOX),
  BOX_AR_LARGE(AR_LARGE, Overlap.BOX),

  BOUNDARY_AP(AP, Overlap.BOUNDARY),
  BOUNDARY_AP50(AP50, Overlap.BOUNDARY),
  BOUNDARY_AP75(AP75, Overlap.BOUNDARY),
  BOUNDARY_AP_SMALL(AP_SMALL, Overlap.BOUNDARY),
  BOUNDARY_AP_MEDIUM(AP_MEDIUM, Overlap.BOUNDARY),
  BOUNDARY_AP_LARGE(AP_LARGE, Overlap.BOUNDARY),
  BOUNDARY_AR1(AR1, Overlap.BOUNDARY),
  BOUNDARY_AR10(AR10, Overlap.BOUNDARY),
  BOUNDARY_AR100(AR100, Overlap.BOUNDARY),
  BOUNDARY_AR_SMALL(AR_SMALL, Overlap.BOUNDARY),
  BOUNDARY_AR_MEDIUM(AR_MEDIUM, Overlap.BOUNDARY),
  BOUNDARY_AR_LARGE(AR_LARGE, Overlap.BOUNDARY),

  PQ("PQ", "panoptic quality: SQ x RQ of a category", new PanopticQuality()),
  SQ("SQ", "segmentation quality: mean IoU of matched segments", new SegmentationQuality()),
  RQ("RQ", "recognition quality: F1 of segments", new RecognitionQuality()),
  MODIFIED_PQ(
      SegmentationTask.PANOPTIC,
      "PQ with the mean IoU of all overlaps for stuff",
      PanopticMetric.modifiedQuality("modifiedPQ")),
  BOUNDARY_PQ(
      SegmentationTask.PANOPTIC,
      "PQ by the smaller of mask and boundary IoU",
      PanopticMetric.ofBoundaries("boundaryPQ", new PanopticQuality())),
  BOUNDARY_SQ(
      SegmentationTask.PANOPTIC,
      "SQ by the smaller of mask and boundary IoU",
      PanopticMetric.ofBoundaries("boundarySQ", new SegmentationQuality())),
  BOUNDARY_RQ(
      SegmentationTask.PANOPTIC,
      "RQ by the smaller of mask and boundary IoU",
      PanopticMetric.ofBoundaries("boundaryRQ", new RecognitionQuality()));

  private final String standardName;
  private final SegmentationTask task;
  private final String description;
  private final List<MetricDefinition> definitions;

  /** A semantic number over all classes. */
  Metric(String name, String description, OverallFormula overall) {
    this(SegmentationTask.SEMANTIC, description, new SemanticMetric(name, overall, null));
  }

  /** A semantic number of each class. */
  Metric(String name, String description, ClassFormula perClass) {
    this(SegmentationTask.SEMANTIC, description, new SemanticMetric(name, null, perClass));
  }

  /** A semantic number of each class and one over all. */
  Metric(String name, String description, ClassFormula perClass, OverallFormula overall) {
    this(SegmentationTask.SEMANTIC, description, new SemanticMetric(name, overall, perClass));
  }

  /** An instance number. */
  Metric(
      String name,
      boolean hasInterval,
      boolean perCategory,
      String description,
      DetectionFormula formula) {
    this(
        SegmentationTask.INSTANCE,
        description,
        new InstanceMetric(name, Overlap.MASK, formula, perCategory, hasInterval));
  }

  /** A number of masks as one of boxes or boundaries: box AP, boundary AP. */
  Metric(Metric ofMasks, Overlap overlap) {
    this(
        SegmentationTask.INSTANCE,
        "as " + ofMasks.standardName + ", of " + overlap.plural(),
        cocoDefinition(ofMasks).of(overlap));
  }

  private static InstanceMetric cocoDefinition(Metric metric) {
    return metric.definitions.stream()
        .filter(InstanceMetric.class::isInstance)
        .map(InstanceMetric.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** A panoptic number. */
  Metric(String name, String description, SegmentFormula formula) {
    this(SegmentationTask.PANOPTIC, description, new PanopticMetric(name, formula));
  }

  /** An instance number that COCO and Cityscapes compute in their own ways. */
  Metric(String description, InstanceMetric coco, CityscapesMetric cityscapes) {
    this(SegmentationTask.INSTANCE, description, coco, cityscapes);
  }

  /** Its definitions have one name; of a convention there is at most one. */
  Metric(SegmentationTask task, String description, MetricDefinition... definitions) {
    this.standardName = definitions[0].name();
    this.task = task;
    this.description = description;
    this.definitions = List.of(definitions);
  }

  private static SemanticMetric ofGroups(
      String name, @Nullable OverallFormula overall, @Nullable ClassFormula perGroup) {
    return new SemanticMetric(name, overall, perGroup, Partition.GROUPS, null);
  }

  private static String trimapText(int width) {
    return "IoU of a class up to " + width + " pixels from borders; all: mean over the classes";
  }

  /**
   * @param position of the band's width
   */
  private static CountedMetric trimap(int position) {
    Trimaps trimaps = new Trimaps(List.of(1, 5, 10, 20));
    ClassFormula iou = new IntersectionOverUnion();
    return new CountedMetric(
        "trimapIoU@" + trimaps.widths().get(position), trimaps, position, new ClassMean(iou), iou);
  }

  private static CountedMetric recallOf(String name, ObjectSize size) {
    return new CountedMetric(
        name, new ObjectSizes(), size.ordinal(), new MeanAccuracy(), new Recall());
  }

  private static AverageRecall recall(AreaRange area, int mostDetections) {
    return new AverageRecall(new Slice(area, mostDetections));
  }

  /** The name used in configuration and result files. */
  public String standardName() {
    return standardName;
  }

  public SegmentationTask task() {
    return task;
  }

  /** What it says, in half a line. */
  public String description() {
    return description;
  }

  public static Optional<Metric> named(String standardName) {
    return Arrays.stream(values()).filter(m -> m.standardName.equals(standardName)).findFirst();
  }

  /** The metrics of a task, in the order of reports. */
  public static List<Metric> of(SegmentationTask task) {
    return Arrays.stream(values()).filter(m -> m.task == task).toList();
  }

  /** The metrics of a task that are computed when none is asked for by name. */
  public static List<Metric> defaults(SegmentationTask task) {
    return of(task).stream().filter(m -> !m.isOnRequest()).toList();
  }

  /** Whether it takes so much time that it is computed only when it is asked for by name. */
  public boolean isOnRequest() {
    return definitions.stream().anyMatch(MetricDefinition::onRequest);
  }

  /** Whether the metric exists under a convention of its task. */
  public boolean under(Convention convention) {
    return task == convention.task() && definition(convention).isPresent();
  }

  /** How the metric is computed under a convention, if the convention has it. */
  Optional<MetricDefinition> definition(Convention convention) {
    return definitions.stream().filter(d -> d.under(convention)).findFirst();
  }
}
