package io.github.segbench.datasets.shapes;

/**
 * Where the sky ends: a tilted, waving line.
 *
 * @param height of the line in the middle, in pixels from the top
 * @param slope pixels down for a pixel to the right
 * @param amplitude of the wave in pixels
 * @param frequency of the wave in radians a pixel
 * @param phase of the wave in radians
 */
record Horizon(double height, double slope, double amplitude, double frequency, double phase) {
  static Horizon draw(SplitMix64 random, int size, double scale) {
    return new Horizon(
        random.uniform(0.22, 0.62) * size,
        random.uniform(-0.18, 0.18),
        random.uniform(0, 7) * scale,
        random.uniform(0.02, 0.07) / scale,
        random.uniform(0, 6.28));
  }

  /** The line's y in each pixel column. */
  double[] heights(int size) {
    double[] heights = new double[size];
    for (int x = 0; x < size; x++) {
      heights[x] =
          height + slope * (x - size / 2.0) + amplitude * StrictMath.sin(frequency * x + phase);
    }
    return heights;
  }
}
