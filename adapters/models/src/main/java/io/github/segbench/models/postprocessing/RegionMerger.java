package io.github.segbench.models.postprocessing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives small regions to their neighbours, the smallest region first, until none is small that has
 * a neighbour. A region goes to the one with which it shares the longest border (pairs of pixels
 * side by side); of equal ones to the larger, then to the first.
 */
final class RegionMerger {
  private final int[] ids;
  private final int[] areas;
  private final int[] mergedInto;
  private final List<Map<Integer, Integer>> borders = new ArrayList<>();

  RegionMerger(Regions regions) {
    ids = regions.ids().clone();
    areas = regions.areas().clone();
    mergedInto = new int[ids.length];
    for (int region = 0; region < ids.length; region++) {
      mergedInto[region] = region;
      borders.add(new TreeMap<>());
    }
    int width = regions.width();
    int[] regionOf = regions.regionOf();
    for (int pixel = 0; pixel < regionOf.length; pixel++) {
      if (pixel % width + 1 < width) {
        addBorder(regionOf[pixel], regionOf[pixel + 1], 1);
      }
      if (pixel + width < regionOf.length) {
        addBorder(regionOf[pixel], regionOf[pixel + width], 1);
      }
    }
  }

  private void addBorder(int one, int other, int length) {
    if (one != other) {
      borders.get(one).merge(other, length, Integer::sum);
      borders.get(other).merge(one, length, Integer::sum);
    }
  }

  /**
   * Merges regions of fewer pixels than {@code minArea}.
   *
   * @param kept an id whose regions stay, however small they are
   */
  void merge(int minArea, int kept) {
    TreeSet<Integer> small =
        new TreeSet<>(Comparator.<Integer>comparingInt(r -> areas[r]).thenComparing(r -> r));
    for (int region = 0; region < ids.length; region++) {
      if (isSmall(region, minArea, kept)) {
        small.add(region);
      }
    }
    while (!small.isEmpty()) {
      int region = small.pollFirst();
      if (!borders.get(region).isEmpty()) {
        int neighbour = bestNeighbour(region);
        small.remove(neighbour);
        join(region, neighbour);
        for (int other : List.copyOf(borders.get(neighbour).keySet())) {
          if (ids[other] == ids[neighbour]) {
            small.remove(other);
            join(other, neighbour);
          }
        }
        if (isSmall(neighbour, minArea, kept)) {
          small.add(neighbour);
        }
      }
    }
  }

  private boolean isSmall(int region, int minArea, int kept) {
    return areas[region] < minArea && ids[region] != kept;
  }

  private int bestNeighbour(int region) {
    int best = region;
    int longest = 0;
    for (Map.Entry<Integer, Integer> candidate : borders.get(region).entrySet()) {
      int neighbour = candidate.getKey();
      int length = candidate.getValue();
      if (length > longest || (length == longest && areas[neighbour] > areas[best])) {
        best = neighbour;
        longest = length;
      }
    }
    return best;
  }

  /** The region becomes part of another, with its pixels and its borders. */
  private void join(int region, int into) {
    mergedInto[region] = into;
    areas[into] += areas[region];
    Map<Integer, Integer> moved = new TreeMap<>(borders.get(region));
    borders.get(region).clear();
    moved.forEach(
        (other, length) -> {
          borders.get(other).remove(region);
          addBorder(into, other, length);
        });
  }

  /** The id that a region has now. */
  int id(int region) {
    int last = region;
    while (mergedInto[last] != last) {
      last = mergedInto[last];
    }
    return ids[last];
  }
}
