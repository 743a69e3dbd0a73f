package io.github.segbench.datasets.pixels;

import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.datasets.files.Annotation;
import java.nio.file.Path;
import java.util.List;

/** A file of the label of each pixel: semantic ground truth. */
public record LabelFile(Path file, LabelCoding coding) implements Annotation {
  @Override
  public List<Path> files() {
    return List.of(file);
  }

  @Override
  public String reading() {
    return coding.description();
  }

  @Override
  public Segmentations read() {
    return Segmentations.of(new SemanticSegmentation(coding.read(file)));
  }
}
