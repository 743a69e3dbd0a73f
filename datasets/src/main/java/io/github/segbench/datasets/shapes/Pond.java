package io.github.segbench.datasets.shapes;

/** An ellipse of water with a ragged shore and waves. */
final class Pond {
  private static final double RAGGEDNESS = .35;

  private final Ellipse ellipse;
  private final double[] colour;
  private final double waveFrequency;
  private final NoiseGrid shore;
  private final NoiseGrid bends;
  private final NoiseGrid ripples;

  /** The shape without its shore, in pixels. */
  record Ellipse(double centreX, double centreY, double radiusX, double radiusY) {}

  /**
   * @param waveFrequency in waves a pixel
   */
  Pond(
      Ellipse ellipse,
      double[] colour,
      double waveFrequency,
      ValueNoise first,
      ValueNoise second,
      ValueNoise third,
      Canvas canvas) {
    int size = canvas.size;
    double scale = canvas.scale();
    this.ellipse = ellipse;
    this.colour = colour;
    this.waveFrequency = waveFrequency;
    this.shore = new NoiseGrid(third, size, x -> x * .06 / scale, y -> y * .06 / scale);
    this.bends = new NoiseGrid(first, size, x -> x * .08 / scale, y -> y * .08 / scale);
    this.ripples = new NoiseGrid(second, size, x -> x * .15 / scale, y -> y * .4 / scale);
  }

  boolean covers(int x, int y) {
    double dx = (x - ellipse.centreX()) / ellipse.radiusX();
    double dy = (y - ellipse.centreY()) / ellipse.radiusY();
    double distance = dx * dx + dy * dy;
    // The noise is never below -1, so far away there is nothing to look up.
    return distance < 1.5 && distance + RAGGEDNESS * shore.at(x, y) < 1;
  }

  void paint(Canvas canvas, int x, int y) {
    double wave = StrictMath.sin(y * waveFrequency * 6.28 + 2 * bends.at(x, y));
    double shade = .10 * wave + .05 * ripples.at(x, y);
    canvas.paint(y * canvas.size + x, colour, shade, ShapesLabels.WATER);
  }
}
