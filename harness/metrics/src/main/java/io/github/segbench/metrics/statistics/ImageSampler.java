package io.github.segbench.metrics.statistics;

/**
 * Draws images with replacement. A draw depends on the seed and its own number alone, so that draws
 * can be made by any number of threads in any order.
 *
 * <p>The generator is SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number
 * generators, OOPSLA 2014). Draw {@code r} starts from the state {@code mix(seed + (r + 1) *
 * GOLDEN)}; the upper 32 bits of each output, times the number of images, shifted right by 32, are
 * the position of an image.
 */
final class ImageSampler {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final long seed;
  private final int images;

  ImageSampler(long seed, int images) {
    this.seed = seed;
    this.images = images;
  }

  /** How often each image was drawn, {@code [images]}; the sum is the number of images. */
  int[] multiplicities(int draw) {
    long state = mix(seed + (draw + 1) * GOLDEN);
    int[] multiplicities = new int[images];
    for (int i = 0; i < images; i++) {
      state += GOLDEN;
      multiplicities[(int) (((mix(state) >>> 32) * images) >>> 32)]++;
    }
    return multiplicities;
  }

  private static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
