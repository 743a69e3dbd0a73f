package io.github.segbench.datasets.folder;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.datasets.pixels.ObjectMasks;
import io.github.segbench.datasets.pixels.PixelColours;
import io.github.segbench.datasets.pixels.PixelValues;
import io.github.segbench.formats.png.ColourMap;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How a file says which of its pixels belong to one object. */
enum ObjectCoding {
  /** One file an image; each value but 0 is one object. */
  VALUES,
  /** One file an image; each colour but black is one object. */
  COLOURS,
  /** One file an object; its pixels are those that are not 0. */
  MASKS;

  /** The name in a configuration. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(ObjectCoding::id).toList();
  }

  static ObjectCoding of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  /**
   * The objects of a file.
   *
   * @throws io.github.segbench.formats.FormatException naming the file, if it is missing or damaged
   */
  ObjectMap read(Path file) {
    if (this == COLOURS) {
      ColourMap map = PixelColours.read(file);
      return objects(map.width(), map.height(), map.colours());
    }
    LabelMap map = PixelValues.read(file);
    int[] values = new int[map.width() * map.height()];
    Arrays.setAll(values, this == MASKS ? pixel -> Math.min(map.at(pixel), 1) : map::at);
    return objects(map.width(), map.height(), values);
  }

  private static ObjectMap objects(int width, int height, int[] values) {
    return new ObjectMap(width, height, ObjectMasks.of(width, height, values));
  }
}
