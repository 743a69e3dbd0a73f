package io.github.segbench.datasets.folder;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.datasets.pixels.PixelColours;
import io.github.segbench.datasets.pixels.PixelValues;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.IdMasks;
import io.github.segbench.formats.png.ColourMap;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How a file says which of its pixels belong to one object. */
enum ObjectCoding {
  /** One file an image; each value but 0 is one object. */
  VALUES,
  /** One file an image; each colour but black is one object. */
  COLOURS,
  /** One file an object; its pixels are those that are not 0. */
  MASKS;

  private static final int NO_OBJECT = 0;
  private static final int BLACK = 0;

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
   * @throws FormatException naming the file, if it is missing or damaged, or has more objects than
   *     a map can number
   */
  ObjectMap read(Path file) {
    if (this == COLOURS) {
      return ofColours(PixelColours.read(file), file);
    }
    LabelMap map = PixelValues.read(file);
    if (this == MASKS) {
      short[] inside = new short[map.width() * map.height()];
      for (int pixel = 0; pixel < inside.length; pixel++) {
        inside[pixel] = (short) Math.min(map.at(pixel), 1);
      }
      map = new LabelMap(map.width(), map.height(), inside);
    }
    return new ObjectMap(map.width(), map.height(), IdMasks.byId(map, value -> value != NO_OBJECT));
  }

  private static ObjectMap ofColours(ColourMap map, Path file) {
    Map<Integer, Integer> numberOfColour = new LinkedHashMap<>(Map.of(BLACK, NO_OBJECT));
    int[] colours = map.colours();
    short[] numbers = new short[colours.length];
    for (int i = 0; i < colours.length; i++) {
      numbers[i] =
          i > 0 && colours[i] == colours[i - 1]
              ? numbers[i - 1]
              : numberOfColour
                  .computeIfAbsent(colours[i], colour -> numberOfColour.size())
                  .shortValue();
    }
    if (numberOfColour.size() - 1 > LabelSet.MAX_ID) {
      throw new FormatException(
          file
              + ": has "
              + numberOfColour.size()
              + " colours, expected one an object, at most 65535");
    }
    SortedMap<Integer, Mask> masks =
        IdMasks.byId(
            new LabelMap(map.width(), map.height(), numbers), number -> number != NO_OBJECT);
    SortedMap<Integer, Mask> byColour = new TreeMap<>();
    numberOfColour.forEach(
        (colour, number) -> {
          if (number != NO_OBJECT && masks.get(number) != null) {
            byColour.put(colour, masks.get(number));
          }
        });
    return new ObjectMap(map.width(), map.height(), byColour);
  }
}
