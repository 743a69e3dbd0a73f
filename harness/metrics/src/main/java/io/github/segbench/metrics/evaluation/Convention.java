package io.github.segbench.metrics.evaluation;

import io.github.segbench.api.segmentation.SegmentationTask;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A named way to turn counts into numbers. The same counts scored under two conventions may differ;
 * docs/metrics.md says how.
 */
public enum Convention {
  STANDARD(
      "standard",
      SegmentationTask.SEMANTIC,
      "FCN, MMSegmentation: mean over classes that occur in ground truth or prediction."),
  VOC2012(
      "voc2012",
      SegmentationTask.SEMANTIC,
      "PASCAL VOC 2012: as standard, over all 21 classes with background."),
  CITYSCAPES(
      "cityscapes",
      SegmentationTask.SEMANTIC,
      "Cityscapes: as standard, with the instance-weighted iIoU of classes and categories."),
  ADE20K_CHALLENGE(
      "ade20k-challenge",
      SegmentationTask.SEMANTIC,
      "ADE20K scene parsing challenge: an absent class counts 0."),
  CAMVID11(
      "camvid11",
      SegmentationTask.SEMANTIC,
      "SegNet's CamVid protocol: divided by all classes of the label set, 11 in CamVid."),
  DETECTRON2(
      "detectron2",
      SegmentationTask.SEMANTIC,
      "Detectron2: mean over classes that occur in the ground truth."),
  PER_IMAGE(
      "per-image",
      SegmentationTask.SEMANTIC,
      "TorchMetrics: mean over images of the mean over the classes of that image."),
  COCO("coco", SegmentationTask.INSTANCE, "COCO instance segmentation."),
  CITYSCAPES_INSTANCES(
      "cityscapes-instances",
      SegmentationTask.INSTANCE,
      "Cityscapes instances: AP and AP50, with groups, void and small objects as ignored regions."),
  COCO_PANOPTIC("coco-panoptic", SegmentationTask.PANOPTIC, "COCO panoptic segmentation.");

  private final String id;
  private final SegmentationTask task;
  private final String description;

  Convention(String id, SegmentationTask task, String description) {
    this.id = id;
    this.task = task;
    this.description = description;
  }

  /** The name used in configuration and result files. */
  public String id() {
    return id;
  }

  public SegmentationTask task() {
    return task;
  }

  /** One sentence: where it comes from and what it counts. */
  public String description() {
    return description;
  }

  public static Optional<Convention> named(String id) {
    return Arrays.stream(values()).filter(c -> c.id.equals(id)).findFirst();
  }

  /** The conventions of a task; the first is the task's default. */
  public static List<Convention> of(SegmentationTask task) {
    return Arrays.stream(values()).filter(c -> c.task == task).toList();
  }
}
