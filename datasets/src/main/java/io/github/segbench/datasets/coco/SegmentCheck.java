package io.github.segbench.datasets.coco;

import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.formats.FormatException;
import java.util.HashSet;
import java.util.Set;

/** The check that the pixels of a panoptic map and its list of segments tell of the same. */
final class SegmentCheck {
  private SegmentCheck() {}

  /**
   * @param where the map comes from, the beginning of the message
   * @throws FormatException if a pixel has a segment that is not listed, or a listed one no pixel
   */
  static void require(PanopticSegmentation map, String where) {
    Set<Integer> unseen = new HashSet<>();
    map.segments().forEach(segment -> unseen.add(segment.id()));
    Set<Integer> listed = Set.copyOf(unseen);
    int[] ids = map.segmentIds();
    int last = PanopticSegmentation.VOID;
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] != last && ids[i] != PanopticSegmentation.VOID) {
        if (!listed.contains(ids[i])) {
          throw new FormatException(
              where
                  + ": segment "
                  + ids[i]
                  + " at x="
                  + i % map.width()
                  + " y="
                  + i / map.width()
                  + " is not in segments_info");
        }
        unseen.remove(ids[i]);
      }
      last = ids[i];
    }
    for (Segment segment : map.segments()) {
      if (unseen.contains(segment.id())) {
        throw new FormatException(
            where + ": no pixel has segment " + segment.id() + ", which segments_info lists");
      }
    }
  }
}
