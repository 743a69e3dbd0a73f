package io.github.segbench.datasets.shapes;

/** The sky: a colour that is lighter towards the top, and clouds. */
final class Sky {
  private final double[] colour;
  private final double gradientHeight;
  private final NoiseGrid clouds;
  private final NoiseGrid wisps;

  Sky(double[] colour, Horizon horizon, ValueNoise first, ValueNoise second, Canvas canvas) {
    double scale = canvas.scale();
    this.colour = colour;
    this.gradientHeight = horizon.height() + 1;
    this.clouds = new NoiseGrid(first, canvas.size, x -> x * .035 / scale, y -> y * .07 / scale);
    this.wisps = new NoiseGrid(second, canvas.size, x -> x * .09 / scale, y -> y * .15 / scale);
  }

  /** Paints one pixel whose column meets the horizon at {@code bottom}. */
  void paint(Canvas canvas, int x, int y, double bottom) {
    double shade = .10 * ((bottom - y) / gradientHeight - .5);
    double density = clouds.at(x, y) + .5 * wisps.at(x, y);
    double cover = Canvas.clamp((density - .15) * 1.2) * .7;
    int pixel = y * canvas.size + x;
    for (int i = 0; i < colour.length; i++) {
      canvas.planes[i][pixel] = (colour[i] + shade) * (1 - cover) + cover * (.82 + .02 * i);
    }
    canvas.semantic[pixel] = ShapesLabels.SKY;
  }
}
