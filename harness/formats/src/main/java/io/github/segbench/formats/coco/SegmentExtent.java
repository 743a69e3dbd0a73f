package io.github.segbench.formats.coco;

import io.github.segbench.api.segmentation.BoundingBox;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import java.util.HashMap;
import java.util.Map;

/** Area and box of one segment, gathered pixel by pixel. */
final class SegmentExtent {
  private int area;
  private int left = Integer.MAX_VALUE;
  private int right;
  private int top = Integer.MAX_VALUE;
  private int bottom;

  /** The extents of all segments that have pixels, by segment id. */
  static Map<Integer, SegmentExtent> of(PanopticSegmentation map) {
    Map<Integer, SegmentExtent> extents = new HashMap<>();
    int[] ids = map.segmentIds();
    int current = PanopticSegmentation.VOID;
    SegmentExtent extent = new SegmentExtent();
    for (int y = 0, pixel = 0; y < map.height(); y++) {
      for (int x = 0; x < map.width(); x++, pixel++) {
        // Neighbours mostly belong together, so the map is asked at the borders alone.
        if (ids[pixel] != current) {
          current = ids[pixel];
          extent = extents.computeIfAbsent(current, id -> new SegmentExtent());
        }
        extent.add(x, y);
      }
    }
    return extents;
  }

  private void add(int x, int y) {
    area++;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }

  int area() {
    return area;
  }

  BoundingBox box() {
    return new BoundingBox(left, top, right - left + 1, bottom - top + 1);
  }
}
