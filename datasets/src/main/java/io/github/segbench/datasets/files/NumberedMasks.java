package io.github.segbench.datasets.files;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.MaskBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns a map of object numbers into one mask a number, in a single pass down the columns. */
public final class NumberedMasks {
  private final LabelMap numbers;
  private final Map<Integer, MaskBuilder> builders = new HashMap<>();

  private NumberedMasks(LabelMap numbers) {
    this.numbers = numbers;
  }

  /** The masks of all numbers that have pixels, 0 included, by ascending number. */
  public static SortedMap<Integer, Mask> of(LabelMap numbers) {
    return new NumberedMasks(numbers).collect();
  }

  private SortedMap<Integer, Mask> collect() {
    int width = numbers.width();
    int height = numbers.height();
    int current = numbers.at(0);
    int start = 0;
    for (int x = 0, position = 0; x < width; x++) {
      for (int y = 0, pixel = x; y < height; y++, pixel += width, position++) {
        int number = numbers.at(pixel);
        if (number != current) {
          append(current, start, position);
          current = number;
          start = position;
        }
      }
    }
    append(current, start, width * height);
    SortedMap<Integer, Mask> masks = new TreeMap<>();
    builders.forEach((number, builder) -> masks.put(number, builder.build()));
    return masks;
  }

  private void append(int number, int start, int end) {
    builders
        .computeIfAbsent(number, n -> new MaskBuilder(numbers.width(), numbers.height()))
        .append(start, end);
  }
}
