package io.github.segbench.formats.cityscapes;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.StoredSegmentations;
import io.github.segbench.formats.png.LabelPng;
import io.github.segbench.formats.png.LabelPngDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Ground truth as Cityscapes stores it: {@code *_gtFine_labelIds.png} and {@code
 * *_gtFine_instanceIds.png} (or {@code gtCoarse}) anywhere below a folder such as {@code gtFine},
 * {@code gtFine/val} or that of one city. The id of an image is {@code city_sequence_frame}; the
 * labels are {@link CityscapesLabels#evaluated()} unless {@link #as} names others.
 *
 * <p>Semantic: the label ids as they are; where there is no file of them, taken from the instance
 * ids. Panoptic and instance come from the instance ids: an id of 1000 or more is an object of the
 * label {@code id / 1000}; a smaller one is that label's region, a crowd if the label has
 * instances; segments keep their instance id. Labels that are not evaluated are void. Their objects
 * (a caravan) are instances nevertheless, of a category that the label set lacks: the official
 * script forgives detections on void but not on these, so the Cityscapes AP needs to know them.
 * {@link #evaluatedOnly()} leaves them out, for metrics that take the label set at its word.
 *
 * <p>Source: mcordts/cityscapesScripts, preparation/createPanopticImgs.py, evaluation/.
 */
public final class CityscapesGroundTruth implements StoredSegmentations {
  private final Map<String, Annotation> frames;
  private final Set<SegmentationTask> tasks;
  private final boolean unevaluatedObjects;
  private final CityscapesCategories categories;

  /** Whether label maps are brought to the ids of the categories. */
  private final boolean categorised;

  /** Decoders that no thread is using: maps of instance ids are done with before a read ends. */
  private final Queue<LabelPngDecoder> decoders = new ConcurrentLinkedQueue<>();

  private CityscapesGroundTruth(
      Map<String, Annotation> frames,
      Set<SegmentationTask> tasks,
      boolean unevaluatedObjects,
      CityscapesCategories categories,
      boolean categorised) {
    this.frames = frames;
    this.tasks = tasks;
    this.unevaluatedObjects = unevaluatedObjects;
    this.categories = categories;
    this.categorised = categorised;
  }

  /**
   * Lists the files and decodes none.
   *
   * @param wanted at least one task; instance brings semantic along. Instance-weighted scores need
   *     panoptic beside semantic
   * @throws FormatException if the folder is missing or has no such file, two places have
   *     annotations of one image, or instance ids that are needed are missing
   */
  public static CityscapesGroundTruth open(Path folder, Set<SegmentationTask> wanted) {
    if (wanted.isEmpty()) {
      throw new IllegalArgumentException("no task");
    }
    CityscapesCategories evaluated = CityscapesCategories.of(CityscapesLabels.evaluated());
    return new CityscapesGroundTruth(Annotation.below(folder), Set.of(), true, evaluated, false)
        .withTasks(EnumSet.copyOf(wanted));
  }

  private CityscapesGroundTruth withTasks(EnumSet<SegmentationTask> wanted) {
    if (wanted.contains(SegmentationTask.INSTANCE)) {
      wanted.add(SegmentationTask.SEMANTIC);
    }
    if (needsInstances(wanted)) {
      frames.values().forEach(Annotation::instances);
    }
    return new CityscapesGroundTruth(
        frames, Set.copyOf(wanted), unevaluatedObjects, categories, categorised);
  }

  /**
   * The same files for one more task.
   *
   * @throws FormatException if it needs instance ids and an image has none
   */
  public CityscapesGroundTruth with(SegmentationTask task) {
    EnumSet<SegmentationTask> more = EnumSet.copyOf(tasks);
    more.add(task);
    return withTasks(more);
  }

  /** Whether every image has instance ids, which all tasks but semantic are read from. */
  public boolean hasInstanceIds() {
    return frames.values().stream().allMatch(Annotation::hasInstances);
  }

  /** The same files without the objects of labels that are not evaluated. */
  public CityscapesGroundTruth evaluatedOnly() {
    return new CityscapesGroundTruth(frames, tasks, false, categories, categorised);
  }

  /**
   * The same files in ids of another label set, void being its ignore id in label maps; objects of
   * labels that are void are left out.
   */
  public CityscapesGroundTruth as(CityscapesCategories others) {
    return new CityscapesGroundTruth(frames, tasks, false, others, true);
  }

  /**
   * The files that an image is read from.
   *
   * @throws IllegalArgumentException if there is no such image
   */
  public List<Path> files(String image) {
    Annotation frame = frames.get(image);
    if (frame == null) {
      throw new IllegalArgumentException("no annotation of image '" + image + "'");
    }
    Optional<Path> labels = labelFile(frame);
    List<Path> files = new ArrayList<>(labels.stream().toList());
    if (labels.isEmpty() || needsInstances(tasks)) {
      files.add(frame.instances());
    }
    return files;
  }

  private Optional<Path> labelFile(Annotation frame) {
    return tasks.contains(SegmentationTask.SEMANTIC) ? frame.labels() : Optional.empty();
  }

  private static boolean needsInstances(Set<SegmentationTask> tasks) {
    return tasks.contains(SegmentationTask.INSTANCE) || tasks.contains(SegmentationTask.PANOPTIC);
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return tasks;
  }

  @Override
  public List<String> images() {
    return List.copyOf(frames.keySet());
  }

  @Override
  public Optional<Segmentations> read(String image) {
    return Optional.ofNullable(frames.get(image)).map(this::read);
  }

  private Segmentations read(Annotation frame) {
    List<Segmentation> found = new ArrayList<>();
    Optional<Path> labelFile = labelFile(frame);
    labelFile.ifPresent(file -> found.add(semantic(LabelPng.read(file), file)));
    if (labelFile.isEmpty() || needsInstances(tasks)) {
      LabelPngDecoder decoder = decoders.poll();
      LabelPngDecoder used = decoder == null ? new LabelPngDecoder() : decoder;
      LabelMap map = used.read(frame.instances());
      if (!found.isEmpty()) {
        requireSameSize(frame, found.get(0), map);
      }
      addFromInstances(frame, new InstanceIdMap(map, categories), found);
      decoders.add(used);
    }
    return Segmentations.of(found.toArray(Segmentation[]::new));
  }

  private SemanticSegmentation semantic(LabelMap map, Path file) {
    return new SemanticSegmentation(categorised ? categories.apply(map, file.toString()) : map);
  }

  private void addFromInstances(Annotation frame, InstanceIdMap map, List<Segmentation> found) {
    if (found.isEmpty() && tasks.contains(SegmentationTask.SEMANTIC)) {
      found.add(semantic(map.toLabels(), frame.instances()));
    }
    if (tasks.contains(SegmentationTask.PANOPTIC)) {
      found.add(map.toPanoptic());
    }
    if (tasks.contains(SegmentationTask.INSTANCE)) {
      found.add(map.toInstances(unevaluatedObjects));
    }
  }

  private static void requireSameSize(Annotation frame, Segmentation labels, LabelMap map) {
    if (labels.width() != map.width() || labels.height() != map.height()) {
      throw new FormatException(
          frame.instances()
              + " is "
              + map.width()
              + "x"
              + map.height()
              + ", expected "
              + labels.width()
              + "x"
              + labels.height()
              + " as its label ids have");
    }
  }
}
