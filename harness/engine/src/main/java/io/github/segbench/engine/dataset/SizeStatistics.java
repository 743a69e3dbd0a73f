package io.github.segbench.engine.dataset;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sizes of a split's images. */
public final class SizeStatistics {
  private final SortedMap<ImageSize, Long> images = new TreeMap<>();
  private final Tally widths = new Tally();
  private final Tally heights = new Tally();

  void add(int width, int height) {
    images.merge(new ImageSize(width, height), 1L, Long::sum);
    widths.add(width);
    heights.add(height);
  }

  void merge(SizeStatistics other) {
    other.images.forEach((size, count) -> images.merge(size, count, Long::sum));
    widths.merge(other.widths);
    heights.merge(other.heights);
  }

  /** The number of images by size. */
  public SortedMap<ImageSize, Long> images() {
    return Collections.unmodifiableSortedMap(images);
  }

  /** The number of images by size, the most common first. */
  public List<Map.Entry<ImageSize, Long>> mostCommon() {
    return images.entrySet().stream()
        .sorted(
            Map.Entry.<ImageSize, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  public Tally widths() {
    return widths;
  }

  public Tally heights() {
    return heights;
  }
}
