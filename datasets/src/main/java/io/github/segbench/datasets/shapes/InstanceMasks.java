package io.github.segbench.datasets.shapes;

import io.github.segbench.api.segmentation.Mask;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns a map of instance numbers into one mask a number, in a single pass down the columns. */
final class InstanceMasks {
  private final int size;
  private final Map<Integer, Runs> runs = new HashMap<>();

  private InstanceMasks(int size) {
    this.size = size;
  }

  /**
   * @param instances numbers 0 (none) to 127, {@code [size, size]} row-major
   * @return the masks of the numbers that have pixels, by ascending number
   */
  static SortedMap<Integer, Mask> of(byte[] instances, int size) {
    InstanceMasks masks = new InstanceMasks(size);
    int current = 0;
    int start = 0;
    for (int x = 0, position = 0; x < size; x++) {
      for (int y = 0, pixel = x; y < size; y++, pixel += size, position++) {
        int id = instances[pixel];
        if (id != current) {
          masks.add(current, start, position);
          current = id;
          start = position;
        }
      }
    }
    masks.add(current, start, size * size);
    return masks.toMasks();
  }

  private void add(int number, int start, int end) {
    if (number > 0) {
      runs.computeIfAbsent(number, n -> new Runs()).add(start, end);
    }
  }

  private SortedMap<Integer, Mask> toMasks() {
    SortedMap<Integer, Mask> masks = new TreeMap<>();
    runs.forEach((number, own) -> masks.put(number, own.toMask(size)));
    return masks;
  }

  /** The run lengths of one instance so far. */
  private static final class Runs {
    private int[] counts = new int[64];
    private int length;
    private int end;

    void add(int from, int to) {
      if (length + 3 > counts.length) {
        counts = Arrays.copyOf(counts, counts.length * 2);
      }
      counts[length++] = from - end;
      counts[length++] = to - from;
      end = to;
    }

    Mask toMask(int size) {
      if (end < size * size) {
        counts[length++] = size * size - end;
      }
      return Mask.ofCounts(size, size, Arrays.copyOf(counts, length));
    }
  }
}
