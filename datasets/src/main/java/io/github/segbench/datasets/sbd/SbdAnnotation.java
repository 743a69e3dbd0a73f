package io.github.segbench.datasets.sbd;

import io.github.segbench.api.image.ImageSize;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.datasets.files.Annotation;
import io.github.segbench.datasets.files.SameSize;
import io.github.segbench.datasets.matlab.MatlabFile;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.IdMasks;
import io.github.segbench.formats.labels.KnownIds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The classes of an image's pixels, {@code GTcls.Segmentation}, and in a second file the numbers of
 * its objects, {@code GTinst.Segmentation}, whose classes are {@code GTinst.Categories}.
 *
 * @param objects null if there is no second file
 */
record SbdAnnotation(Path classes, @Nullable Path objects, LabelSet labels) implements Annotation {
  private static final String SEGMENTATION = "Segmentation";
  private static final int NONE = 0;

  @Override
  public List<Path> files() {
    return objects == null ? List.of(classes) : List.of(classes, objects);
  }

  @Override
  public Segmentations read() {
    LabelMap map = MatlabFile.read(classes).labels("GTcls", SEGMENTATION);
    KnownIds.require(map, labels, classes.toString());
    SemanticSegmentation semantic = new SemanticSegmentation(map);
    if (objects == null) {
      return Segmentations.of(semantic);
    }
    InstanceSegmentation instances = instances(objects);
    SameSize.require(
        objects,
        "objects",
        new ImageSize(instances.width(), instances.height()),
        new ImageSize(map.width(), map.height()),
        classes.toString());
    return Segmentations.of(semantic, instances);
  }

  private InstanceSegmentation instances(Path file) {
    MatlabFile mat = MatlabFile.read(file);
    LabelMap numbers = mat.labels("GTinst", SEGMENTATION);
    List<Integer> categories = mat.numbers("GTinst", "Categories");
    List<Instance> instances = new ArrayList<>();
    for (Map.Entry<Integer, Mask> object :
        IdMasks.byId(numbers, number -> number != NONE).entrySet()) {
      int number = object.getKey();
      if (number > categories.size()) {
        throw new FormatException(
            file + ": object " + number + " has no category, there are " + categories.size());
      }
      int id = categories.get(number - 1);
      if (!labels.byId(id).map(Category::isThing).orElse(false)) {
        throw new FormatException(
            file
                + ": object "
                + number
                + " has the category "
                + id
                + ", expected one of the things of labels '"
                + labels.id()
                + "'");
      }
      instances.add(Instance.groundTruth(id, object.getValue()));
    }
    return new InstanceSegmentation(numbers.width(), numbers.height(), instances);
  }
}
