package io.github.segbench.datasets.shapes;

import org.jspecify.annotations.Nullable;

/** The stuff of a scene: sky, grass and, in some scenes, a road and a pond. */
final class Landscape {
  private final Horizon horizon;
  private final Sky sky;
  private final Meadow meadow;
  private final @Nullable Road road;
  private final @Nullable Pond pond;

  /**
   * Draws a landscape. Everything is drawn, even of a road that is not there, so that each quantity
   * stays at its place in the sequence.
   */
  Landscape(
      SplitMix64 random, Canvas canvas, ValueNoise first, ValueNoise second, ValueNoise third) {
    int size = canvas.size;
    double scale = canvas.scale();
    horizon = Horizon.draw(random, size, scale);
    boolean hasRoad = random.chance(0.7);
    boolean hasPond = random.chance(0.6);
    boolean dusk = random.chance(0.25);
    Road.Course course = Road.Course.draw(random, size, scale);
    double pondX = random.uniform(0.05, 0.95) * size;
    double pondRadiusX = random.uniform(16, 52) * scale;
    double pondRadiusY = random.uniform(9, 26) * scale;
    double[] skyColour = random.colour(.35, .65, .5, .78, .72, .98);
    if (dusk) {
      skyColour = random.colour(.7, .95, .45, .65, .4, .7);
    }
    double[] grassColour = random.colour(.2, .5, .4, .7, .1, .35);
    double grey = random.uniform(.3, .6);
    double[] waterColour = random.colour(.12, .4, .3, .6, .5, .85);
    double[] roadColour = {
      grey, grey + random.uniform(-.05, .05), grey + random.uniform(-.05, .08)
    };
    boolean parched = random.chance(0.2);
    if (parched) {
      grassColour = random.colour(.5, .7, .45, .6, .2, .35);
    }
    double pondY = horizon.height() + random.uniform(0.15, 0.8) * (size - horizon.height());
    double tuftFrequency = random.uniform(0.25, 0.7) / scale;
    double waveFrequency = random.uniform(0.12, 0.3) / scale;
    boolean dashed = random.chance(0.6);

    sky = new Sky(skyColour, horizon, first, second, canvas);
    meadow = new Meadow(grassColour, tuftFrequency, first, second, third, canvas);
    road = hasRoad ? new Road(course, roadColour, dashed, first, second, canvas) : null;
    Pond.Ellipse ellipse = new Pond.Ellipse(pondX, pondY, pondRadiusX, pondRadiusY);
    pond =
        hasPond
            ? new Pond(ellipse, waterColour, waveFrequency, first, second, third, canvas)
            : null;
  }

  void paint(Canvas canvas) {
    int size = canvas.size;
    double[] heights = horizon.heights(size);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double height = heights[x];
        if (y < height) {
          sky.paint(canvas, x, y, height);
        } else {
          paintLand(canvas, x, y, (y - height) / (size - height + 1e-9));
        }
      }
    }
  }

  private void paintLand(Canvas canvas, int x, int y, double depth) {
    if (road != null && road.paint(canvas, x, y, depth)) {
      return;
    }
    if (pond != null && pond.covers(x, y)) {
      pond.paint(canvas, x, y);
    } else {
      meadow.paint(canvas, x, y);
    }
  }
}
