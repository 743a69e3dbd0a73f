package io.github.segbench.datasets.coco;

import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.coco.CocoImage;
import io.github.segbench.formats.coco.CocoInstances;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A JSON file of objects, or of regions that are painted into a label map. */
final class InstanceFile implements GroundTruthFile {
  private final CocoInstances objects;
  private final LabelSet labels;
  private final SegmentationTask task;

  private InstanceFile(CocoInstances objects, LabelSet labels, SegmentationTask task) {
    this.objects = objects;
    this.labels = labels;
    this.task = task;
    CategoryCheck.requireSameNames(objects.file(), objects.labels(), labels);
  }

  /**
   * Objects, crowds included.
   *
   * @throws FormatException if the file is damaged or its categories are not things of the labels
   */
  static InstanceFile objects(Path json, LabelSet labels) {
    InstanceFile file =
        new InstanceFile(CocoInstances.read(json), labels, SegmentationTask.INSTANCE);
    CategoryCheck.requireThings(json, file.objects.labels(), labels);
    return file;
  }

  /**
   * Regions that make up a label map.
   *
   * @throws FormatException if the file is damaged, its categories are not those of the labels, or
   *     these have no ignore id
   */
  static InstanceFile regions(Path json, LabelSet labels) {
    CategoryCheck.requireVoid(json, labels);
    return new InstanceFile(CocoInstances.read(json), labels, SegmentationTask.SEMANTIC);
  }

  @Override
  public Path file() {
    return objects.file();
  }

  @Override
  public Set<SegmentationTask> tasks() {
    return Set.of(task);
  }

  @Override
  public List<ImageEntry> images() {
    return objects.imageList().stream().map(this::listed).toList();
  }

  private ImageEntry listed(CocoImage image) {
    String name = image.fileName();
    if (name == null) {
      throw new FormatException(file() + ": image " + image.id() + " has no file_name");
    }
    return new ImageEntry(Long.toString(image.id()), name);
  }

  @Override
  public Annotation annotation(String id) {
    return new Entry(id);
  }

  /** The objects of one image; none if it has none. */
  private final class Entry implements Annotation {
    private final String id;

    private Entry(String id) {
      this.id = id;
    }

    @Override
    public List<Path> files() {
      return List.of(file());
    }

    @Override
    public String reading() {
      return task == SegmentationTask.INSTANCE
          ? ""
          : "regions on void " + labels.ignoreId().orElseThrow();
    }

    @Override
    public Segmentations read() {
      InstanceSegmentation found = objects.read(id).flatMap(Segmentations::instance).orElseThrow();
      Segmentation result =
          task == SegmentationTask.INSTANCE
              ? found
              : RegionPainter.paint(found, labels, file() + ": image " + id);
      return Segmentations.of(result);
    }
  }
}
