package io.github.segbench.datasets.stanford;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.datasets.pixels.PixelValues;
import io.github.segbench.formats.labels.KnownIds;
import java.nio.file.Path;
import java.util.List;

/** A text file with the label of each pixel; a negative number is void. */
record RegionsFile(Path file, LabelSet labels) implements Annotation {
  @Override
  public List<Path> files() {
    return List.of(file);
  }

  @Override
  public Segmentations read() {
    LabelMap values = PixelValues.read(file);
    short[] ids = values.labels().clone();
    short ignored = (short) labels.ignoreId().orElse(LabelSet.MAX_ID);
    for (int i = 0; i < ids.length; i++) {
      // What negative numbers become.
      if ((ids[i] & LabelSet.MAX_ID) == LabelSet.MAX_ID) {
        ids[i] = ignored;
      }
    }
    LabelMap map = new LabelMap(values.width(), values.height(), ids);
    KnownIds.require(map, labels, file.toString());
    return Segmentations.of(new SemanticSegmentation(map));
  }
}
