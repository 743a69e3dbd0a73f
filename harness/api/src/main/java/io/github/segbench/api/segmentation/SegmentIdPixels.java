package io.github.segbench.api.segmentation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A panoptic map that is kept as an id per pixel. */
final class SegmentIdPixels implements SegmentPixels {
  private final int[] ids;
  private final List<Segment> segments;

  /**
   * @param segments other ids are no segment
   */
  SegmentIdPixels(int[] ids, List<Segment> segments) {
    this.ids = Objects.requireNonNull(ids, "segmentIds");
    this.segments = List.copyOf(segments);
  }

  @Override
  public List<Segment> segments() {
    return segments;
  }

  @Override
  public int size() {
    return ids.length;
  }

  @Override
  public int[] ids() {
    return ids;
  }

  @Override
  public void forEachRun(PanopticSegmentation.Run run) {
    int[] positions =
        IntStream.range(0, segments.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> segments.get(i).id()))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] sorted = IntStream.of(positions).map(i -> segments.get(i).id()).toArray();
    int start = 0;
    while (start < ids.length) {
      int id = ids[start];
      int end = runEnd(start);
      int found = id == PanopticSegmentation.VOID ? -1 : Arrays.binarySearch(sorted, id);
      if (found >= 0) {
        run.accept(positions[found], start, end);
      }
      start = end;
    }
  }

  private int runEnd(int from) {
    int differs = Arrays.mismatch(ids, from, ids.length - 1, ids, from + 1, ids.length);
    return differs < 0 ? ids.length : from + differs + 1;
  }
}
