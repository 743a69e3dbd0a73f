package io.github.segbench.datasets.folder;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.formats.FormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A panoptic map that is put together of labels and objects. Each object is a segment, and so are
 * all pixels of one kind of stuff that no object holds; things of no object are void.
 */
final class PanopticMap {
  private final LabelSet labels;
  private final String name;
  private final List<Segment> segments = new ArrayList<>();

  /**
   * @param name names the image in error messages
   */
  PanopticMap(LabelSet labels, String name) {
    this.labels = labels;
    this.name = name;
  }

  /**
   * @param map of the same size as the objects
   * @throws FormatException if two objects hold one pixel
   */
  PanopticSegmentation of(LabelMap map, InstanceSegmentation objects) {
    int[] ids = new int[map.width() * map.height()];
    for (Instance object : objects.instances()) {
      Segment segment = new Segment(segments.size() + 1, object.category(), object.crowd());
      segments.add(segment);
      object.mask().forEachPixel(pixel -> paint(pixel, segment.id(), ids, map.width()));
    }
    SortedMap<Integer, Integer> segmentOfStuff = new TreeMap<>();
    for (int pixel = 0; pixel < ids.length; pixel++) {
      if (ids[pixel] == PanopticSegmentation.VOID) {
        ids[pixel] = segmentOfStuff.computeIfAbsent(map.at(pixel), this::stuffSegment);
      }
    }
    return new PanopticSegmentation(map.width(), map.height(), ids, segments);
  }

  /** A new segment of a kind of stuff; {@link PanopticSegmentation#VOID} for all else. */
  private int stuffSegment(int label) {
    if (labels.byId(label).map(Category::isThing).orElse(true)) {
      return PanopticSegmentation.VOID;
    }
    segments.add(new Segment(segments.size() + 1, label, false));
    return segments.size();
  }

  private void paint(int pixel, int id, int[] ids, int width) {
    if (ids[pixel] != PanopticSegmentation.VOID) {
      throw new FormatException(
          name
              + ": objects "
              + ids[pixel]
              + " and "
              + id
              + " both hold pixel x="
              + pixel % width
              + " y="
              + pixel / width
              + ", expected none in common where a panoptic map is made of them");
    }
    ids[pixel] = id;
  }
}
