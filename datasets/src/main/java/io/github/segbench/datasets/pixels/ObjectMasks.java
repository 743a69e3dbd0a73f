package io.github.segbench.datasets.pixels;

import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.MaskBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The masks of all values but 0 of a map, from one pass down its columns. */
public final class ObjectMasks {
  private ObjectMasks() {}

  /**
   * @param values {@code [height, width]} row-major
   * @return a mask for each value that occurs, by ascending value
   */
  public static SortedMap<Integer, Mask> of(int width, int height, int[] values) {
    Map<Integer, MaskBuilder> builders = new HashMap<>();
    for (int x = 0; x < width; x++) {
      int y = 0;
      while (y < height) {
        int start = y;
        int value = values[y * width + x];
        while (y < height && values[y * width + x] == value) {
          y++;
        }
        if (value != 0) {
          builders
              .computeIfAbsent(value, key -> new MaskBuilder(width, height))
              .append(x * height + start, x * height + y);
        }
      }
    }
    SortedMap<Integer, Mask> masks = new TreeMap<>();
    builders.forEach((value, builder) -> masks.put(value, builder.build()));
    return masks;
  }
}
