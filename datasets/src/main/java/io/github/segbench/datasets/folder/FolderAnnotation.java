package io.github.segbench.datasets.folder;

import io.github.segbench.api.image.ImageSize;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.datasets.files.SameSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files that annotate one image.
 *
 * @param labels null if the data set has none
 * @param objects empty if the data set, or the image, has none
 * @param panoptic null if the data set has none
 */
record FolderAnnotation(
    @Nullable Path labels, List<ObjectFile> objects, @Nullable Path panoptic, FolderCoding coding)
    implements Annotation {
  FolderAnnotation {
    objects = List.copyOf(objects);
  }

  @Override
  public List<Path> files() {
    Set<Path> files = new LinkedHashSet<>();
    if (labels != null) {
      files.add(labels);
    }
    objects.forEach(object -> files.add(object.file()));
    if (panoptic != null) {
      files.add(panoptic);
    }
    return List.copyOf(files);
  }

  /** Also the categories of objects, which their folders may name. */
  @Override
  public String reading() {
    Set<String> categories = new TreeSet<>();
    for (ObjectFile object : objects) {
      if (object.category() != null) {
        categories.add(object.category() + " " + object.file().getFileName());
      }
    }
    return coding.description() + (categories.isEmpty() ? "" : " " + categories);
  }

  @Override
  public Segmentations read() {
    List<Segmentation> found = new ArrayList<>();
    LabelMap map = labels == null ? null : coding.labels().read(labels);
    if (map != null) {
      found.add(new SemanticSegmentation(map));
    }
    if (coding.has(SegmentationTask.INSTANCE)) {
      InstanceSegmentation instances = coding.objectFiles().read(objects, map);
      found.add(instances);
      if (map != null && coding.derivesPanoptic()) {
        found.add(coding.panoptic(map, instances, files().get(files().size() - 1).toString()));
      }
    }
    if (panoptic != null) {
      PanopticSegmentation segments = coding.panoptic(panoptic);
      found.forEach(other -> requireSameSize(panoptic, segments, other));
      found.add(segments);
    }
    return Segmentations.of(found.toArray(Segmentation[]::new));
  }

  private static void requireSameSize(Path file, Segmentation segments, Segmentation other) {
    SameSize.require(
        file,
        "segments",
        new ImageSize(segments.width(), segments.height()),
        new ImageSize(other.width(), other.height()),
        "the image's other annotations");
  }
}
