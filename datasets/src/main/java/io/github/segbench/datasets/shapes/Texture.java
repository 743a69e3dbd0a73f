package io.github.segbench.datasets.shapes;

/** How a thing's colour varies over its surface: plain, striped, mottled or checked, and lit. */
final class Texture {
  private static final int PLAIN = 0;
  private static final int STRIPED = 1;
  private static final int MOTTLED = 2;

  private final int pattern;
  private final double frequency;
  private final double amplitude;
  private final double lightX;
  private final double lightY;
  private final ValueNoise noise;
  private final int number;

  /**
   * @param number of the thing in its scene from 0, so that two mottled things differ
   */
  Texture(SplitMix64 random, double scale, ValueNoise noise, int number) {
    pattern = random.below(4);
    frequency = random.uniform(.5, 1.4) / scale;
    amplitude = random.uniform(.06, .2);
    lightX = random.uniform(-.15, .15);
    lightY = random.uniform(-.15, .15);
    this.noise = noise;
    this.number = number;
  }

  /** What is added to the colour of a pixel at {@code (dx, dy)} from the thing's centre. */
  double shade(int x, int y, double dx, double dy, Outline outline, double size) {
    double along = outline.along(dx, dy);
    double shade =
        switch (pattern) {
          case PLAIN -> 0;
          case STRIPED -> amplitude * (StrictMath.sin(along * frequency * 2) > 0 ? 1 : -1);
          case MOTTLED -> amplitude * noise.at(x * .5 + number * 31, y * .5);
          default -> amplitude * check(along, outline.across(dx, dy));
        };
    return shade + (lightX * dx / size + lightY * dy / size);
  }

  private int check(double along, double across) {
    int column = (int) Math.floor(along * frequency * .5);
    int row = (int) Math.floor(across * frequency * .5);
    return ((column + row) & 1) * 2 - 1;
  }
}
