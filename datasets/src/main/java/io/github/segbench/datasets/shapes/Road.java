package io.github.segbench.datasets.shapes;

/** A bent road that widens towards the viewer, with or without a dashed line. */
final class Road {
  private final Course course;
  private final double[] colour;
  private final boolean dashed;
  private final NoiseGrid grain;
  private final NoiseGrid patches;

  /**
   * The road's way over the land, in pixels.
   *
   * @param farX the middle at the horizon
   * @param nearX the middle at the lower edge
   * @param farWidth the width at the horizon
   * @param nearWidth the width at the lower edge
   * @param bend how far the middle leaves the straight line half way
   */
  record Course(double farX, double nearX, double farWidth, double nearWidth, double bend) {
    static Course draw(SplitMix64 random, int size, double scale) {
      return new Course(
          random.uniform(0.2, 0.8) * size,
          random.uniform(-0.1, 1.1) * size,
          random.uniform(2, 9) * scale,
          random.uniform(14, 42) * scale,
          random.uniform(-18, 18) * scale);
    }

    /** The width at a depth of 0 (the horizon) to 1 (the lower edge). */
    double width(double depth) {
      return farWidth + (nearWidth - farWidth) * depth;
    }

    /** How far a column is from the middle; infinity where it is certainly not on the road. */
    double distance(int x, double depth) {
      double straight = farX + (nearX - farX) * depth;
      if (Math.abs(x - straight) > width(depth) + Math.abs(bend)) {
        return Double.POSITIVE_INFINITY;
      }
      return Math.abs(x - (straight + bend * StrictMath.sin(3.14159 * depth)));
    }
  }

  Road(
      Course course,
      double[] colour,
      boolean dashed,
      ValueNoise first,
      ValueNoise second,
      Canvas canvas) {
    double scale = canvas.scale();
    this.course = course;
    this.colour = colour;
    this.dashed = dashed;
    this.grain = new NoiseGrid(first, canvas.size, x -> x * .8, y -> y * .8);
    this.patches = new NoiseGrid(second, canvas.size, x -> x * .07 / scale, y -> y * .07 / scale);
  }

  /**
   * Paints one pixel if it is on the road.
   *
   * @param depth of the pixel between the horizon (0) and the lower edge (1)
   * @return false if it is not
   */
  boolean paint(Canvas canvas, int x, int y, double depth) {
    double distance = course.distance(x, depth);
    double width = course.width(depth);
    if (distance >= width / 2 * 1.6) {
      return false;
    }
    double shade = .05 * grain.at(x, y) + .04 * patches.at(x, y);
    if (dashed && distance < .6 + width * .03 && ((int) (depth * 14) & 1) == 0) {
      shade += .35;
    }
    canvas.paint(y * canvas.size + x, colour, shade, ShapesLabels.ROAD);
    return true;
  }
}
