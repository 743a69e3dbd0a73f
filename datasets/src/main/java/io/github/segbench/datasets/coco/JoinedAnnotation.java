package io.github.segbench.datasets.coco;

import io.github.segbench.api.image.ImageSize;
import io.github.segbench.api.segmentation.Segmentation;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.datasets.files.SameSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several annotations of one image, each for other tasks.
 *
 * @param parts at least one
 */
record JoinedAnnotation(List<Annotation> parts) implements Annotation {
  JoinedAnnotation {
    parts = List.copyOf(parts);
  }

  @Override
  public List<Path> files() {
    return parts.stream().flatMap(part -> part.files().stream()).distinct().toList();
  }

  @Override
  public String reading() {
    return parts.stream()
        .map(Annotation::reading)
        .filter(reading -> !reading.isEmpty())
        .collect(Collectors.joining(", "));
  }

  @Override
  public Segmentations read() {
    List<Segmentation> all = new ArrayList<>();
    for (Annotation part : parts) {
      Segmentations found = part.read();
      if (!all.isEmpty()) {
        requireSameSize(part, found, all.get(0));
      }
      for (SegmentationTask task : found.tasks()) {
        all.add(found.of(task).orElseThrow());
      }
    }
    return Segmentations.of(all.toArray(Segmentation[]::new));
  }

  private void requireSameSize(Annotation part, Segmentations found, Segmentation first) {
    SameSize.require(
        part.files().get(0),
        "labels",
        new ImageSize(found.width(), found.height()),
        new ImageSize(first.width(), first.height()),
        parts.get(0).files().get(0).toString());
  }
}
