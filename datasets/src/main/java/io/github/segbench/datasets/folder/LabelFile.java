package io.github.segbench.datasets.folder;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.formats.labels.KnownIds;
import io.github.segbench.formats.png.LabelPng;
import java.nio.file.Path;
import java.util.List;

/** A PNG file whose pixels are label ids. */
record LabelFile(Path file, LabelSet labels) implements Annotation {
  @Override
  public List<Path> files() {
    return List.of(file);
  }

  @Override
  public Segmentations read() {
    LabelMap map = LabelPng.read(file);
    KnownIds.require(map, labels, file.toString());
    return Segmentations.of(new SemanticSegmentation(map));
  }
}
