package io.github.segbench.api.segmentation;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A segment id per pixel and what each id stands for. Id 0 is void.
 *
 * @param segmentIds {@code [height, width]} row-major, shared without a copy, read-only
 */
@SuppressWarnings("ArrayRecordComponent") // on the hot path; compared by nobody
public record PanopticSegmentation(int width, int height, int[] segmentIds, List<Segment> segments)
    implements Segmentation {
  public static final int VOID = 0;

  /**
   * @throws IllegalArgumentException if the array has another length or a segment id stands twice
   */
  public PanopticSegmentation {
    Objects.requireNonNull(segmentIds, "segmentIds");
    segments = List.copyOf(segments);
    if (width < 1 || height < 1 || segmentIds.length != (long) width * height) {
      throw new IllegalArgumentException(
          "a panoptic map of "
              + width
              + "x"
              + height
              + " cannot have "
              + segmentIds.length
              + " ids");
    }
    Set<Integer> seen = new HashSet<>();
    for (Segment segment : segments) {
      if (!seen.add(segment.id())) {
        throw new IllegalArgumentException("segment id " + segment.id() + " stands twice");
      }
    }
  }

  @Override
  public SegmentationTask task() {
    return SegmentationTask.PANOPTIC;
  }
}
