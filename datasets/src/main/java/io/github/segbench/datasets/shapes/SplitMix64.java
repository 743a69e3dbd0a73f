package io.github.segbench.datasets.shapes;

/**
 * The SplitMix64 random generator and the distributions that scenes are drawn from.
 *
 * <p>Source: Steele, Lea, Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
 */
final class SplitMix64 {
  static final long GAMMA = 0x9E3779B97F4A7C15L;

  /** The distance of neighbouring values of {@link #uniform()}, 2 to the power of -53. */
  static final double UNIT = 0x1.0p-53;

  private long state;

  SplitMix64(long seed) {
    state = seed;
  }

  /** The finaliser alone, a hash of 64 bits. */
  static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += GAMMA;
    return mix(state);
  }

  /** In {@code [0, 1)}. */
  double uniform() {
    return (next() >>> 11) * UNIT;
  }

  /** In {@code [low, high)}. */
  double uniform(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** A whole number in {@code [0, bound)}. */
  int below(int bound) {
    return (int) (uniform() * bound);
  }

  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Three values, each uniform in its own interval. */
  double[] colour(double... lowsAndHighs) {
    double[] colour = new double[3];
    for (int i = 0; i < colour.length; i++) {
      colour[i] = uniform(lowsAndHighs[2 * i], lowsAndHighs[2 * i + 1]);
    }
    return colour;
  }

  /**
   * Nearly normal with mean 0 and variance 1: the scaled sum of six uniform values, within ±4.25.
   *
   * <p>The sum is scaled once instead of its terms; a power of two changes no rounding.
   */
  double nearlyNormal() {
    double sum = 0;
    long z = state;
    for (int i = 0; i < 6; i++) {
      z += GAMMA;
      sum += mix(z) >>> 11;
    }
    state = z;
    return (sum * UNIT - 3) * 1.41421356;
  }
}
