package io.github.segbench.datasets.voc;

import io.github.segbench.api.image.ImageSize;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.datasets.files.SameSize;
import io.github.segbench.datasets.pixels.ColourTable;
import io.github.segbench.formats.labels.KnownIds;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of an image's pixels and, in a second file, the numbers of its objects.
 *
 * @param objects null if there is no second file
 * @param colours the ids of colours, for files of classes that are RGB
 */
record VocAnnotation(Path classes, @Nullable Path objects, ColourTable colours, LabelSet labels)
    implements Annotation {
  @Override
  public List<Path> files() {
    return objects == null ? List.of(classes) : List.of(classes, objects);
  }

  @Override
  public String reading() {
    return colours.equals(LabelMapFile.VOC) ? "" : colours.description();
  }

  @Override
  public Segmentations read() {
    LabelMap map = VocPng.read(classes, colours);
    KnownIds.require(map, labels, classes.toString());
    SemanticSegmentation semantic = new SemanticSegmentation(map);
    if (objects == null) {
      return Segmentations.of(semantic);
    }
    LabelMap numbers = VocPng.read(objects, LabelMapFile.VOC);
    SameSize.require(
        objects,
        "objects",
        new ImageSize(numbers.width(), numbers.height()),
        new ImageSize(map.width(), map.height()),
        classes.toString());
    ObjectClasses objectClasses = new ObjectClasses(objects, classes, labels);
    return Segmentations.of(semantic, objectClasses.instances(numbers, map));
  }
}
