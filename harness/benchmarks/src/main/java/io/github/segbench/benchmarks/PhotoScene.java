package io.github.segbench.benchmarks;

import java.util.Random;

/**
 * RGB pixels that are as hard to compress as those of a camera: soft shades, edges of things, fine
 * texture, and the noise of a sensor.
 */
final class PhotoScene {
  private static final int THINGS = 60;

  private PhotoScene() {}

  /**
   * @param noise its standard deviation
   * @return {@code [height, width, 3]} bytes
   */
  static byte[] pixels(int width, int height, double noise) {
    Random random = new Random(21);
    int[] things = things(width, height, random);
    int[] colours = random.ints(THINGS + 1, 40, 200).toArray();
    byte[] pixels = new byte[3 * width * height];
    for (int i = 0; i < pixels.length; i++) {
      int x = i / 3 % width;
      int y = i / 3 / width;
      int thing = things[i / 3];
      double shade = 25 * Math.sin(x / 90.0 + thing) + 20 * Math.cos(y / 70.0 + i % 3);
      double texture = thing % 3 == 0 ? 4 * Math.sin(x * 0.9 + thing) * Math.sin(y * 0.7) : 0;
      double tint = 12 * Math.sin(thing + 2 * (i % 3));
      double value = colours[thing] + shade + texture + tint + noise * random.nextGaussian();
      pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return pixels;
  }

  /** Boxes over one another, by number. */
  private static int[] things(int width, int height, Random random) {
    int[] things = new int[width * height];
    for (int thing = 1; thing <= THINGS; thing++) {
      int left = random.nextInt(width);
      int top = random.nextInt(height);
      int right = Math.min(width, left + 10 + random.nextInt(width / 6));
      int bottom = Math.min(height, top + 10 + random.nextInt(height / 4));
      for (int y = top; y < bottom; y++) {
        for (int x = left; x < right; x++) {
          things[y * width + x] = thing;
        }
      }
    }
    return things;
  }
}
