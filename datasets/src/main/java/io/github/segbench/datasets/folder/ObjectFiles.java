package io.github.segbench.datasets.folder;

import io.github.segbench.api.image.ImageSize;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.datasets.files.SameSize;
import io.github.segbench.formats.FormatException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the files of an image's objects are read. An object whose file does not say its category is
 * of the thing that the labels have at the most of its pixels, the one of the lower id at a tie.
 */
record ObjectFiles(LabelSet labels, ObjectCoding coding) {
  /**
   * @param map the labels of the image; null if it has none
   * @throws FormatException naming the file, if it is damaged or of another size, an object has no
   *     pixel, or the labels have no thing at an object whose category they should say
   */
  InstanceSegmentation read(List<ObjectFile> files, @Nullable LabelMap map) {
    int width = map == null ? 0 : map.width();
    int height = map == null ? 0 : map.height();
    List<Instance> instances = new ArrayList<>();
    for (ObjectFile file : files) {
      ObjectMap objects = coding.read(file.file());
      if (width == 0) {
        width = objects.width();
        height = objects.height();
      }
      requireSize(file.file(), objects, width, height);
      for (Map.Entry<Integer, Mask> object : objects.masks().entrySet()) {
        Integer category = file.category();
        instances.add(
            Instance.groundTruth(
                category == null ? category(file.file(), object, map) : category,
                object.getValue()));
      }
    }
    return new InstanceSegmentation(width, height, instances);
  }

  private void requireSize(Path file, ObjectMap objects, int width, int height) {
    SameSize.require(
        file,
        "objects",
        new ImageSize(objects.width(), objects.height()),
        new ImageSize(width, height),
        "the image's other annotations");
    if (coding == ObjectCoding.MASKS && objects.masks().isEmpty()) {
      throw new FormatException(file + ": holds no object, expected pixels that are not 0");
    }
  }

  private int category(Path file, Map.Entry<Integer, Mask> object, @Nullable LabelMap map) {
    if (map == null) {
      throw new IllegalStateException("neither a category nor labels");
    }
    int[] pixelsOf = new int[labels.size()];
    object
        .getValue()
        .forEachPixel(
            pixel -> {
              int index = labels.indexOf(map.at(pixel));
              if (index >= 0) {
                pixelsOf[index]++;
              }
            });
    int best = -1;
    for (Category thing : labels.things()) {
      int index = labels.indexOf(thing.id());
      if (pixelsOf[index] > (best < 0 ? 0 : pixelsOf[best])) {
        best = index;
      }
    }
    if (best < 0) {
      throw new FormatException(
          file
              + ": object "
              + object.getKey()
              + " lies where the labels have no thing, expected one of "
              + labels.things().stream().map(Category::name).toList());
    }
    return labels.categories().get(best).id();
  }
}
