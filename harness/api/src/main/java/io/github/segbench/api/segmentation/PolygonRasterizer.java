package io.github.segbench.api.segmentation;

import java.util.Arrays;

/**
 * Fills polygons with exactly the pixels that COCO's tools fill.
 *
 * <p>The boundary is walked on a grid five times as fine; where it crosses the middle of a pixel
 * column, that column changes between inside and outside. Source of the rule, with its roundings:
 * cocodataset/cocoapi, common/maskApi.c, {@code rleFrPoly}. Here only the places where a side
 * crosses a middle are worked out, by the same sums, instead of every cell of the side.
 */
public final class PolygonRasterizer {
  private static final int FEWEST_COORDINATES = 6;
  private static final double FARTHEST = 1e6;

  private PolygonRasterizer() {}

  /**
   * The mask of one polygon; its corners may lie outside the image.
   *
   * @param corners {@code x0, y0, x1, y1, ...} in pixels, at least three corners; the last is
   *     joined to the first
   * @throws IllegalArgumentException if there are fewer corners, half a corner, or one more than a
   *     million pixels away, a side of the mask is not positive, or it has more than 2^31 - 1
   *     pixels
   */
  public static Mask rasterize(int width, int height, double[] corners) {
    Mask.requireSize(width, height);
    requireCorners(corners);
    ColumnCrossings crossings = new ColumnCrossings(width, height);
    int last = corners.length - 2;
    int fromX = ColumnCrossings.toFine(corners[last]);
    int fromY = ColumnCrossings.toFine(corners[last + 1]);
    for (int i = 0; i < corners.length; i += 2) {
      int toX = ColumnCrossings.toFine(corners[i]);
      int toY = ColumnCrossings.toFine(corners[i + 1]);
      crossings.addSide(fromX, fromY, toX, toY);
      fromX = toX;
      fromY = toY;
    }
    return Mask.ofCounts(width, height, toRuns(crossings.sorted()));
  }

  /**
   * The mask of a box, filled as the polygon of its corners: pycocotools, {@code frBbox}.
   *
   * @throws IllegalArgumentException as for a polygon
   */
  public static Mask rasterize(int width, int height, BoundingBox box) {
    double left = box.x();
    double top = box.y();
    double right = left + box.width();
    double bottom = top + box.height();
    return rasterize(
        width, height, new double[] {left, top, left, bottom, right, bottom, right, top});
  }

  private static void requireCorners(double[] corners) {
    if (corners.length < FEWEST_COORDINATES || corners.length % 2 != 0) {
      throw new IllegalArgumentException(
          "a polygon has an even number of coordinates, at least 6, not " + corners.length);
    }
    for (double coordinate : corners) {
      if (!(Math.abs(coordinate) <= FARTHEST)) {
        throw new IllegalArgumentException("a polygon has the coordinate " + coordinate);
      }
    }
  }

  /** Runs between crossings; two at one place cancel, so that no run but the first is empty. */
  private static int[] toRuns(int[] crossings) {
    int[] runs = new int[crossings.length];
    runs[0] = crossings[0];
    int size = 1;
    for (int i = 1; i < crossings.length; i++) {
      int run = crossings[i] - crossings[i - 1];
      if (run > 0) {
        runs[size++] = run;
      } else if (++i < crossings.length) {
        runs[size - 1] += crossings[i] - crossings[i - 1];
      }
    }
    return Arrays.copyOf(runs, size);
  }
}
