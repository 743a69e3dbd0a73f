package io.github.segbench.datasets.shapes;

/** Value noise: random values on the integer lattice, smoothly interpolated, in {@code [-1, 1]}. */
final class ValueNoise {
  private static final long Y_STRIDE = 0xC2B2AE3D27D4EB4FL;

  private final long seed;

  ValueNoise(long seed) {
    this.seed = seed;
  }

  /** The value of a lattice point. */
  double lattice(int x, int y) {
    long hash = SplitMix64.mix(seed + x * SplitMix64.GAMMA + y * Y_STRIDE);
    return (hash >>> 11) * (2 * SplitMix64.UNIT) - 1;
  }

  /** The value between lattice points. */
  double at(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double fadeX = fade(x - column);
    double upper = across(lattice(column, row), lattice(column + 1, row), fadeX);
    double lower = across(lattice(column, row + 1), lattice(column + 1, row + 1), fadeX);
    return down(upper, lower, fade(y - row));
  }

  /** The cubic that leads from 0 to 1 with level ends. */
  static double fade(double t) {
    return t * t * (3 - 2 * t);
  }

  /** Interpolates along x. */
  static double across(double left, double right, double fade) {
    return left + (right - left) * fade;
  }

  /** Interpolates along y. */
  static double down(double upper, double lower, double fade) {
    return upper * (1 - fade) + lower * fade;
  }
}
