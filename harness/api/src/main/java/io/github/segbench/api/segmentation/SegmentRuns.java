package io.github.segbench.api.segmentation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A panoptic map that is kept as runs, which are few, and made an id per pixel on request. */
final class SegmentRuns implements SegmentPixels {
  private final int[] ends;
  private final int[] segmentOfRun;
  private final List<Segment> segments;

  private volatile int @Nullable [] ids;

  /**
   * @throws IllegalArgumentException if the ends do not ascend or a segment is none of the list
   */
  SegmentRuns(int[] ends, int[] segmentOfRun, List<Segment> segments) {
    this.ends = Objects.requireNonNull(ends, "runEnds");
    this.segmentOfRun = Objects.requireNonNull(segmentOfRun, "segmentOfRun");
    this.segments = List.copyOf(segments);
    if (ends.length != segmentOfRun.length) {
      throw new IllegalArgumentException(
          ends.length + " runs cannot have " + segmentOfRun.length + " segments");
    }
    int start = 0;
    for (int i = 0; i < ends.length; i++) {
      if (ends[i] <= start) {
        throw new IllegalArgumentException("a run from " + start + " cannot end at " + ends[i]);
      }
      if (segmentOfRun[i] < PanopticSegmentation.Run.VOID || segmentOfRun[i] >= segments.size()) {
        throw new IllegalArgumentException(
            "a run cannot be of segment " + segmentOfRun[i] + " of " + segments.size());
      }
      start = ends[i];
    }
  }

  @Override
  public List<Segment> segments() {
    return segments;
  }

  @Override
  public int size() {
    return ends.length == 0 ? 0 : ends[ends.length - 1];
  }

  @Override
  public int[] ids() {
    int[] made = ids;
    if (made == null) {
      int[] filled = new int[size()];
      forEachRun((segment, from, to) -> Arrays.fill(filled, from, to, segments.get(segment).id()));
      made = filled;
      ids = made;
    }
    return made;
  }

  @Override
  public void forEachRun(PanopticSegmentation.Run run) {
    int start = 0;
    for (int i = 0; i < ends.length; i++) {
      if (segmentOfRun[i] != PanopticSegmentation.Run.VOID) {
        run.accept(segmentOfRun[i], start, ends[i]);
      }
      start = ends[i];
    }
  }
}
