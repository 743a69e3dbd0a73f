package io.github.segbench.models.postprocessing;

import java.util.Arrays;

/**
 * The connected regions of equal ids of a map, numbered from 0 in the order of their first pixels.
 */
final class Regions {
  private static final int UNSEEN = -1;

  private final int width;
  private final int[] regionOf;
  private final int[] ids;
  private final int[] areas;

  private Regions(int width, int[] regionOf, int[] ids, int[] areas) {
    this.width = width;
    this.regionOf = regionOf;
    this.ids = ids;
    this.areas = areas;
  }

  /**
   * @param map {@code [height, width]}
   * @param diagonal whether pixels that touch at a corner are connected
   */
  static Regions of(int width, int height, int[] map, boolean diagonal) {
    int[] regionOf = new int[map.length];
    Arrays.fill(regionOf, UNSEEN);
    int[] ids = new int[64];
    int[] areas = new int[64];
    int[] stack = new int[map.length];
    int count = 0;
    for (int first = 0; first < map.length; first++) {
      if (regionOf[first] != UNSEEN) {
        continue;
      }
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, 2 * count);
        areas = Arrays.copyOf(areas, 2 * count);
      }
      ids[count] = map[first];
      areas[count] = fill(width, height, map, diagonal, first, count, regionOf, stack);
      count++;
    }
    return new Regions(width, regionOf, Arrays.copyOf(ids, count), Arrays.copyOf(areas, count));
  }

  int width() {
    return width;
  }

  /** The region of each pixel, {@code [height, width]}; not a copy, as are the others. */
  int[] regionOf() {
    return regionOf;
  }

  /** The id of each region. */
  int[] ids() {
    return ids;
  }

  /** The pixels of each region. */
  int[] areas() {
    return areas;
  }

  /** Marks a region from one of its pixels; returns its area. */
  private static int fill(
      int width,
      int height,
      int[] map,
      boolean diagonal,
      int first,
      int region,
      int[] regionOf,
      int[] stack) {
    int area = 1;
    int size = 1;
    stack[0] = first;
    regionOf[first] = region;
    while (size > 0) {
      int pixel = stack[--size];
      int x = pixel % width;
      int y = pixel / width;
      for (int toY = Math.max(0, y - 1); toY <= Math.min(height - 1, y + 1); toY++) {
        for (int toX = Math.max(0, x - 1); toX <= Math.min(width - 1, x + 1); toX++) {
          int other = toY * width + toX;
          boolean connected = diagonal || toX == x || toY == y;
          if (connected && regionOf[other] == UNSEEN && map[other] == map[first]) {
            regionOf[other] = region;
            stack[size++] = other;
            area++;
          }
        }
      }
    }
    return area;
  }
}
