package io.github.segbench.api.segmentation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A segment per pixel and what each segment stands for. Its pixels are ids of segments, of which 0
 * is void, or runs of pixels of one segment; each form can be had of the other.
 */
public final class PanopticSegmentation implements Segmentation {
  public static final int VOID = 0;

  private final int width;
  private final int height;
  private final SegmentPixels pixels;

  /**
   * @param segmentIds {@code [height, width]} row-major, shared without a copy, read-only
   * @throws IllegalArgumentException if the array has another length or a segment id stands twice
   */
  public PanopticSegmentation(int width, int height, int[] segmentIds, List<Segment> segments) {
    this(width, height, new SegmentIdPixels(segmentIds, segments));
  }

  private PanopticSegmentation(int width, int height, SegmentPixels pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
    if (width < 1 || height < 1 || pixels.size() != (long) width * height) {
      throw new IllegalArgumentException(
          "a panoptic map of "
              + width
              + "x"
              + height
              + " cannot have "
              + pixels.size()
              + " pixels");
    }
    Set<Integer> seen = new HashSet<>();
    for (Segment segment : pixels.segments()) {
      if (!seen.add(segment.id())) {
        throw new IllegalArgumentException("segment id " + segment.id() + " stands twice");
      }
    }
  }

  /**
   * A map of runs: the first begins at pixel 0, each other one where the one before ends. They go
   * along the rows and from one row into the next.
   *
   * @param runEnds {@code [runs]} position after the last pixel of each run, ascending, the last
   *     being {@code width * height}; shared without a copy, read-only
   * @param segmentOfRun {@code [runs]} position in {@code segments}, or {@link Run#VOID}; shared
   *     likewise
   * @throws IllegalArgumentException if the runs are no partition of the pixels, a segment is none
   *     of the list or a segment id stands twice
   */
  public static PanopticSegmentation ofRuns(
      int width, int height, int[] runEnds, int[] segmentOfRun, List<Segment> segments) {
    return new PanopticSegmentation(
        width, height, new SegmentRuns(runEnds, segmentOfRun, segments));
  }

  @Override
  public SegmentationTask task() {
    return SegmentationTask.PANOPTIC;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
  }

  public List<Segment> segments() {
    return pixels.segments();
  }

  /**
   * The id of each pixel's segment, {@code [height, width]} row-major; shared, not to be modified.
   * Of a map of runs it is made when it is first asked for.
   */
  public int[] segmentIds() {
    return pixels.ids();
  }

  /**
   * Gives out the pixels of the listed segments as runs, in their order, along the rows and from
   * one row into the next. Two runs of one segment may follow on one another.
   */
  public void forEachRun(Run run) {
    pixels.forEachRun(run);
  }

  /** Takes a run of pixels of one segment. */
  @FunctionalInterface
  public interface Run {
    /** Stands for no segment of the list. */
    int VOID = -1;

    /**
     * @param segment position in {@link #segments()}
     * @param from first pixel, {@code y * width + x}
     * @param to the pixel after the last
     */
    void accept(int segment, int from, int to);
  }
}
