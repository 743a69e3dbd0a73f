package io.github.segbench.datasets.shapes;

/** The 3 x 3 binomial filter, weights 1 2 1 by 1 2 1 over 16, with the border repeated. */
final class Blur {
  private Blur() {}

  /** A blurred copy of a plane {@code [size, size]}. */
  static double[] of(double[] plane, int size) {
    double[] blurred = new double[plane.length];
    int last = size - 1;
    for (int y = 0; y < size; y++) {
      int above = Math.max(y - 1, 0) * size;
      int here = y * size;
      int below = Math.min(y + 1, last) * size;
      blurred[here] = weigh(plane, above, here, below, 0, 0, 1);
      for (int x = 1; x < last; x++) {
        blurred[here + x] = weigh(plane, above, here, below, x - 1, x, x + 1);
      }
      blurred[here + last] = weigh(plane, above, here, below, last - 1, last, last);
    }
    return blurred;
  }

  /** The order of the sums is part of the format. */
  private static double weigh(
      double[] plane, int above, int here, int below, int left, int middle, int right) {
    double sum = plane[above + left] + plane[above + middle] * 2 + plane[above + right];
    sum = sum + plane[here + left] * 2 + plane[here + middle] * 4 + plane[here + right] * 2;
    sum = sum + plane[below + left] + plane[below + middle] * 2 + plane[below + right];
    return sum / 16;
  }
}
