package io.github.segbench.engine.score;

import io.github.segbench.api.dataset.Dataset;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every way of storing ground truth and predictions that can be scored, a line each: its id, what
 * it is, the convention that it is scored under unless another is asked for, and how it is opened.
 */
public enum ScoreFormat {
  LABELS(
      "labels",
      "a folder of label maps, one an image: PNG (grey, palette, 16-bit), NPY, NPZ",
      Convention.STANDARD,
      new LabelFolders()),
  CITYSCAPES(
      "cityscapes",
      "Cityscapes label ids: gtFine folder; PNG files that start with city_seq_frame",
      Convention.CITYSCAPES,
      new CityscapesFolders()),
  CITYSCAPES_INSTANCES(
      "cityscapes-instances",
      "Cityscapes instances: gtFine folder; a txt file an image and binary masks",
      Convention.CITYSCAPES_INSTANCES,
      new CityscapesInstanceFolders()),
  COCO_INSTANCES(
      "coco-instances",
      "COCO or LVIS instances JSON; COCO results JSON (RLE, polygons, boxes)",
      Convention.COCO,
      new CocoInstanceFiles()),
  COCO_PANOPTIC(
      "coco-panoptic",
      "COCO panoptic JSON and its folder of PNG files, also Cityscapes panoptic",
      Convention.COCO_PANOPTIC,
      new CocoPanopticFiles());

  private final String id;
  private final String description;
  private final Convention convention;
  private final SourceOpener opener;

  ScoreFormat(String id, String description, Convention convention, SourceOpener opener) {
    this.id = id;
    this.description = description;
    this.convention = convention;
    this.opener = opener;
  }

  /** The name used on the command line. */
  public String id() {
    return id;
  }

  /** What ground truth and predictions are, in one line. */
  public String description() {
    return description;
  }

  public SegmentationTask task() {
    return convention.task();
  }

  /** The convention that is used unless another is asked for. */
  public Convention convention() {
    return convention;
  }

  /** Conventions that the format can be scored under. */
  public List<Convention> conventions() {
    // Cityscapes' AP needs void regions, which COCO's files do not have, and COCO's AP areas.
    return task() == SegmentationTask.INSTANCE ? List.of(convention) : Convention.of(task());
  }

  public static Optional<ScoreFormat> named(String id) {
    return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(ScoreFormat::id).toList();
  }

  /**
   * Opens ground truth files.
   *
   * @param path a file or folder; for COCO panoptic {@code FILE.json} or {@code FILE.json:FOLDER}
   * @param labels null for those that the format or its files say
   * @param conventions those that will be scored; what none of them needs is not read
   * @throws ScoreException if labels are needed and not given, or given and not wanted
   * @throws io.github.segbench.formats.FormatException if there is no such ground truth, or it is
   *     damaged
   */
  public ScoreSource open(
      String path, @Nullable LabelSet labels, Collection<Convention> conventions) {
    return withImages(opener.open(path, labels, conventions));
  }

  /**
   * Takes a data set as ground truth.
   *
   * @param dataset what the configuration opens
   * @throws ScoreException if the data set has no ground truth of the task
   */
  public ScoreSource open(DatasetConfig config, Dataset dataset) {
    if (!dataset.tasks().contains(task())) {
      throw new ScoreException(
          "data set " + dataset.id() + " has no ground truth for " + task().id() + " segmentation");
    }
    GroundTruth truth =
        new GroundTruth(
            dataset.id(),
            config.name(),
            dataset.split(),
            config.subset().label().orElse(null),
            dataset.fingerprint(),
            dataset.labels(),
            new DatasetSegmentations(dataset));
    return withImages(opener.open(truth, dataset.splitIds()));
  }

  private static ScoreSource withImages(ScoreSource source) {
    if (source.truth().segmentations().images().isEmpty()) {
      throw new ScoreException(source.truth().name() + ": ground truth of no image");
    }
    return source;
  }

  /** How a format's ground truth is opened. */
  interface SourceOpener {
    ScoreSource open(String path, @Nullable LabelSet labels, Collection<Convention> conventions);

    /**
     * Takes ground truth that was opened elsewhere.
     *
     * @param split the ids of all images of its split, in order; those that are scored among them
     */
    ScoreSource open(GroundTruth truth, List<String> split);
  }
}
