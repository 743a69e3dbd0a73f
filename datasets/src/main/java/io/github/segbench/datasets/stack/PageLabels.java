package io.github.segbench.datasets.stack;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.datasets.pixels.PixelValues;
import io.github.segbench.datasets.pixels.ValueCoding;
import java.nio.file.Path;
import java.util.List;

/**
 * A page of a TIFF file whose pixels are labels.
 *
 * @param page from 0
 */
record PageLabels(Path file, int page, ValueCoding coding) implements Annotation {
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
    LabelMap values = PixelValues.readPage(file, page);
    return Segmentations.of(new SemanticSegmentation(coding.apply(values, file + " page " + page)));
  }
}
