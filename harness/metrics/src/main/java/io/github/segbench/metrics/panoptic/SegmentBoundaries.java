package io.github.segbench.metrics.panoptic;

import io.github.segbench.api.segmentation.PanopticSegmentation;
import java.util.Arrays;

/**
 * The boundaries of all segments of a panoptic map at once.
 *
 * <p>The boundary of a mask is the mask less its erosion by a 3x3 square applied {@code d} times,
 * pixels beyond the image counting as empty (Cheng et al. 2021, Boundary IoU; {@code
 * mask_to_boundary} of bowenc0221/boundary-iou-api). Masks of a map do not overlap, so a pixel is
 * in the interior of its segment exactly if the square of {@code 2d + 1} pixels around it lies
 * within the image and holds one id. The square is split: a row is narrowed run by run, then each
 * column counts for how many rows it has held the same narrowed id.
 *
 * <p>Keeps its buffers for the next map; for one thread.
 */
final class SegmentBoundaries {
  /** Stands for the interior of every segment; no segment has this id. */
  static final int INTERIOR = -1;

  private int[] boundaries = new int[0];
  private int[] narrowed = new int[0];
  private int[] narrowedAbove = new int[0];
  private int[] rows = new int[0];
  private int[] line = new int[0];

  /**
   * The map with {@link #INTERIOR} in place of the interiors of segments; void is kept.
   *
   * @param ids {@code [height, width]} row-major, none negative
   * @param distance thickness of the boundaries in pixels
   * @return of the same shape, valid until the next call
   */
  int[] of(int width, int height, int[] ids, int distance) {
    reserve(width, ids.length);
    System.arraycopy(ids, 0, boundaries, 0, ids.length);
    int side = 2 * distance + 1;
    if (side <= width && side <= height) {
      Arrays.fill(narrowedAbove, 0, width, 0);
      for (int y = 0; y < height; y++) {
        narrow(ids, y * width, width, distance, -1 - (y & 1));
        countRows(width);
        if (y >= 2 * distance) {
          markInterior(ids, (y - distance) * width, width, 2 * distance);
        }
        int[] swapped = narrowedAbove;
        narrowedAbove = narrowed;
        narrowed = swapped;
      }
    }
    return boundaries;
  }

  private void reserve(int width, int pixels) {
    if (boundaries.length != pixels) {
      boundaries = new int[pixels];
    }
    if (line.length < width) {
      narrowed = new int[width];
      narrowedAbove = new int[width];
      rows = new int[width];
      line = new int[width];
    }
  }

  /**
   * Keeps the id of pixels whose neighbours up to {@code distance} left and right have it too.
   *
   * @param none what others get; differs from row to row, so that they never repeat the row above
   */
  private void narrow(int[] ids, int rowStart, int width, int distance, int none) {
    Arrays.fill(narrowed, 0, width, none);
    int end;
    for (int start = rowStart; start < rowStart + width; start = end) {
      end = IdPairKernel.runEnd(ids, start, rowStart + width);
      if (end - start > 2 * distance && ids[start] != PanopticSegmentation.VOID) {
        int from = start - rowStart + distance;
        Arrays.fill(narrowed, from, end - rowStart - distance, ids[start]);
      }
    }
  }

  /** Counts for each column the rows up to this one that agree, without a branch. */
  private void countRows(int width) {
    int[] here = narrowed;
    int[] above = narrowedAbove;
    int[] counts = rows;
    for (int x = 0; x < width; x++) {
      int difference = here[x] ^ above[x];
      int differs = (difference | -difference) >> 31;
      counts[x] = (counts[x] & ~differs) + 1;
    }
  }

  /** Marks the pixels of a row whose columns agree in more than {@code enough} rows. */
  private void markInterior(int[] ids, int rowStart, int width, int enough) {
    int[] marked = line;
    int[] counts = rows;
    System.arraycopy(ids, rowStart, marked, 0, width);
    for (int x = 0; x < width; x++) {
      // All bits set is INTERIOR.
      marked[x] |= (enough - counts[x]) >> 31;
    }
    System.arraycopy(marked, 0, boundaries, rowStart, width);
  }
}
