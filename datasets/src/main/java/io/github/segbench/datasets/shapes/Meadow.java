package io.github.segbench.datasets.shapes;

/** The grass that covers the land where nothing else does. */
final class Meadow {
  private final double[] colour;
  private final NoiseGrid tufts;
  private final NoiseGrid patches;
  private final NoiseGrid blades;

  /**
   * @param frequency of the tufts, in lattice cells a pixel
   */
  Meadow(
      double[] colour,
      double frequency,
      ValueNoise first,
      ValueNoise second,
      ValueNoise third,
      Canvas canvas) {
    int size = canvas.size;
    double scale = canvas.scale();
    this.colour = colour;
    this.tufts = new NoiseGrid(first, size, x -> x * frequency, y -> y * frequency * .6);
    this.patches = new NoiseGrid(second, size, x -> x * .11 / scale, y -> y * .11 / scale);
    this.blades = new NoiseGrid(third, size, x -> x * .9, y -> y * .5);
  }

  void paint(Canvas canvas, int x, int y) {
    double shade = .16 * tufts.at(x, y) + .10 * patches.at(x, y) + .06 * blades.at(x, y);
    canvas.paint(y * canvas.size + x, colour, shade, ShapesLabels.GRASS);
  }
}
