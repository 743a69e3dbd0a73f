package io.github.segbench.datasets.folder;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.formats.FormatException;
import io.github.segbench.formats.png.PanopticPng;
import io.github.segbench.formats.png.SegmentIdMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Panoptic PNG files without a list of segments: the number of a pixel, R + 256 G + 65536 B, is
 * category x divisor + number of the object. Number 0 of a thing is a crowd; the ignore id is void
 * whatever the number, and so is 0 where the label set has no category 0.
 *
 * @param divisor greater than the largest number of an object
 */
record DividedIds(LabelSet labels, int divisor) {
  /**
   * @throws FormatException naming the file, if it is no such file, and the first pixel whose
   *     category the labels lack
   */
  PanopticSegmentation read(Path file) {
    SegmentIdMap map = PanopticPng.read(file);
    List<Segment> segments = new ArrayList<>();
    SortedMap<Integer, Integer> segmentOfValue = new TreeMap<>();
    int[] ids = new int[map.ids().length];
    for (int pixel = 0; pixel < ids.length; pixel++) {
      int value = map.ids()[pixel];
      if (pixel > 0 && value == map.ids()[pixel - 1]) {
        ids[pixel] = ids[pixel - 1];
        continue;
      }
      Integer known = segmentOfValue.get(value);
      if (known == null) {
        known = isVoid(value) ? PanopticSegmentation.VOID : add(value, segments);
        if (known < 0) {
          throw new FormatException(
              file
                  + ": segment "
                  + value
                  + " at x="
                  + pixel % map.width()
                  + " y="
                  + pixel / map.width()
                  + " is of category "
                  + value / divisor
                  + ", which is not in labels '"
                  + labels.id()
                  + "'");
        }
        segmentOfValue.put(value, known);
      }
      ids[pixel] = known;
    }
    return new PanopticSegmentation(map.width(), map.height(), ids, segments);
  }

  private boolean isVoid(int value) {
    return labels.isIgnored(value / divisor) || (value == 0 && labels.indexOf(0) < 0);
  }

  /** The id of a new segment; negative if the labels lack its category. */
  private int add(int value, List<Segment> segments) {
    int category = value / divisor;
    if (labels.indexOf(category) < 0) {
      return -1;
    }
    boolean thing = labels.byId(category).map(Category::isThing).orElse(false);
    segments.add(new Segment(segments.size() + 1, category, thing && value % divisor == 0));
    return segments.size();
  }
}
