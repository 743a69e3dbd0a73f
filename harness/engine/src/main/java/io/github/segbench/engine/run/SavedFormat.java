package io.github.segbench.engine.run;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.formats.PredictionWriter;
import io.github.segbench.formats.coco.CocoPanopticWriter;
import io.github.segbench.formats.coco.CocoResultsWriter;
import io.github.segbench.formats.coco.PanopticFiles;
import io.github.segbench.formats.export.CityscapesInstanceWriter;
import io.github.segbench.formats.export.LabelFolderWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every way to save predictions, a line each: its id, what it is, the task and the writer. Of each
 * task the first is the default.
 */
public enum SavedFormat {
  LABELS(
      "labels",
      "labels/ID.png: grey PNG of label ids",
      SegmentationTask.SEMANTIC,
      (folder, labels) -> LabelFolderWriter.greyPng(folder.resolve("labels"))),
  PALETTE(
      "palette",
      "palette/ID.png: palette PNG of label ids, as the VOC server wants them",
      SegmentationTask.SEMANTIC,
      (folder, labels) -> LabelFolderWriter.palettePng(folder.resolve("palette"), labels)),
  NPY(
      "npy",
      "npy/ID.npy: NumPy arrays of label ids",
      SegmentationTask.SEMANTIC,
      (folder, labels) -> LabelFolderWriter.npy(folder.resolve("npy"))),
  CITYSCAPES(
      "cityscapes",
      "cityscapes/ID_pred_labelIds.png: Cityscapes label ids by the names of the categories",
      SegmentationTask.SEMANTIC,
      (folder, labels) -> LabelFolderWriter.cityscapes(folder.resolve("cityscapes"), labels)),
  COCO_INSTANCES(
      "coco-instances",
      "instances.json: COCO results",
      SegmentationTask.INSTANCE,
      (folder, labels) -> new CocoResultsWriter(folder.resolve("instances.json"))),
  CITYSCAPES_INSTANCES(
      "cityscapes-instances",
      "cityscapes-instances/ID_pred.txt and binary masks",
      SegmentationTask.INSTANCE,
      (folder, labels) ->
          new CityscapesInstanceWriter(folder.resolve("cityscapes-instances"), labels)),
  COCO_PANOPTIC(
      "coco-panoptic",
      "panoptic.json and panoptic/ID.png: COCO panoptic",
      SegmentationTask.PANOPTIC,
      (folder, labels) ->
          new CocoPanopticWriter(
              PanopticFiles.beside(folder.resolve("panoptic.json")), labels.categories()));

  private final String id;
  private final String description;
  private final SegmentationTask task;
  private final Opener opener;

  SavedFormat(String id, String description, SegmentationTask task, Opener opener) {
    this.id = id;
    this.description = description;
    this.task = task;
    this.opener = opener;
  }

  /** The name used on the command line. */
  public String id() {
    return id;
  }

  /** Which files are written, in one line. */
  public String description() {
    return description;
  }

  public SegmentationTask task() {
    return task;
  }

  /** Whether images are known by numbers. */
  boolean isNumbered() {
    return this == COCO_INSTANCES || this == COCO_PANOPTIC;
  }

  /**
   * @param folder that is there
   * @param labels of the predictions
   */
  PredictionWriter open(Path folder, LabelSet labels) {
    return opener.open(folder, labels);
  }

  public static Optional<SavedFormat> named(String id) {
    return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(SavedFormat::id).toList();
  }

  /** The formats of a task; the first is the default. */
  public static List<SavedFormat> of(SegmentationTask task) {
    return Arrays.stream(values()).filter(format -> format.task == task).toList();
  }

  /** Starts the files of a format. */
  private interface Opener {
    PredictionWriter open(Path folder, LabelSet labels);
  }
}
