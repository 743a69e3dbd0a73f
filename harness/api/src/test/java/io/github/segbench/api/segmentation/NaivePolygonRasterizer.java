package io.github.segbench.api.segmentation;

import java.util.Arrays;

/** Walks the outline cell by cell and keeps all of it, as maskApi does. */
final class NaivePolygonRasterizer {
  private static final int SCALE = 5;

  private NaivePolygonRasterizer() {}

  static Mask rasterize(int width, int height, double[] corners) {
    int pixels = Math.multiplyExact(width, height);
    Boundary boundary = new Boundary(corners);
    int[] crossings = new int[boundary.size + 1];
    int count = 0;
    for (int i = 1; i < boundary.size; i++) {
      int before = boundary.x[i - 1];
      int here = boundary.x[i];
      if (here == before) {
        continue;
      }
      double column = toPixels(here < before ? here : here - 1);
      if (Math.floor(column) != column || column < 0 || column > width - 1) {
        continue;
      }
      double row = toPixels(Math.min(boundary.y[i], boundary.y[i - 1]));
      int firstRow = (int) Math.ceil(Math.min(Math.max(row, 0), height));
      crossings[count++] = ((int) column) * height + firstRow;
    }
    crossings[count++] = pixels;
    Arrays.sort(crossings, 0, count);
    return Mask.ofCounts(width, height, toRuns(crossings, count));
  }

  /** The middle of a cell of the fine grid, in pixel coordinates with pixel middles at integers. */
  private static double toPixels(int fine) {
    return (fine + 0.5) / SCALE - 0.5;
  }

  /** Runs between crossings; two at one place cancel, so that no run but the first is empty. */
  private static int[] toRuns(int[] crossings, int count) {
    int[] runs = new int[count];
    runs[0] = crossings[0];
    int size = 1;
    for (int i = 1; i < count; i++) {
      int run = crossings[i] - crossings[i - 1];
      if (run > 0) {
        runs[size++] = run;
      } else if (++i < count) {
        runs[size - 1] += crossings[i] - crossings[i - 1];
      }
    }
    return Arrays.copyOf(runs, size);
  }

  /** The cells of the fine grid along a polygon's sides, in order. */
  private static final class Boundary {
    private final int[] x;
    private final int[] y;
    private int size;

    Boundary(double[] corners) {
      int sides = corners.length / 2;
      int[] cornerX = new int[sides + 1];
      int[] cornerY = new int[sides + 1];
      for (int i = 0; i <= sides; i++) {
        int corner = i % sides;
        // A cast, not a floor: negative coordinates are rounded towards 0.
        cornerX[i] = (int) (SCALE * corners[2 * corner] + 0.5);
        cornerY[i] = (int) (SCALE * corners[2 * corner + 1] + 0.5);
      }
      int cells = 0;
      for (int i = 0; i < sides; i++) {
        int wide = Math.abs(cornerX[i] - cornerX[i + 1]);
        cells += Math.max(wide, Math.abs(cornerY[i] - cornerY[i + 1])) + 1;
      }
      x = new int[cells];
      y = new int[cells];
      for (int i = 0; i < sides; i++) {
        addSide(cornerX[i], cornerY[i], cornerX[i + 1], cornerY[i + 1]);
      }
    }

    private void addSide(int fromX, int fromY, int toX, int toY) {
      int wide = Math.abs(toX - fromX);
      int high = Math.abs(toY - fromY);
      boolean flat = wide >= high;
      int steps = flat ? wide : high;
      // Interpolated from the end with the smaller coordinate, whichever way the side is walked.
      boolean backwards = flat ? fromX > toX : fromY > toY;
      int startX = backwards ? toX : fromX;
      int startY = backwards ? toY : fromY;
      int endX = backwards ? fromX : toX;
      int endY = backwards ? fromY : toY;
      double slope = flat ? (double) (endY - startY) / wide : (double) (endX - startX) / high;
      for (int step = 0; step <= steps; step++, size++) {
        int t = backwards ? steps - step : step;
        x[size] = flat ? startX + t : (int) (startX + slope * t + 0.5);
        y[size] = flat ? (int) (startY + slope * t + 0.5) : startY + t;
      }
    }
  }
}
