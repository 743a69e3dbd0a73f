package io.github.segbench.datasets.folder;

import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.datasets.pixels.LabelCoding;
import java.nio.file.Path;
import java.util.Set;

/**
 * How the annotations of a data set are coded.
 *
 * @param divisor of panoptic maps; 1 if there are none
 * @param derivesPanoptic whether panoptic maps are made of labels and objects
 */
record FolderCoding(
    LabelSet labelSet,
    LabelCoding labels,
    ObjectCoding objects,
    int divisor,
    boolean derivesPanoptic,
    Set<SegmentationTask> tasks) {
  FolderCoding {
    tasks = Set.copyOf(tasks);
  }

  boolean has(SegmentationTask task) {
    return tasks.contains(task);
  }

  ObjectFiles objectFiles() {
    return new ObjectFiles(labelSet, objects);
  }

  PanopticSegmentation panoptic(Path file) {
    return new DividedIds(labelSet, divisor).read(file);
  }

  /**
   * @param name names the image in error messages
   */
  PanopticSegmentation panoptic(LabelMap map, InstanceSegmentation found, String name) {
    return new PanopticMap(labelSet, name).of(map, found);
  }

  /** Empty if all there is are labels that are ids. */
  String description() {
    String only = labels.description();
    return tasks.equals(Set.of(SegmentationTask.SEMANTIC))
        ? only
        : only + " objects " + objects + " divisor " + divisor + " derived " + derivesPanoptic;
  }
}
