package io.github.segbench.datasets.shapes;

/** One object on the landscape: form, colour, texture and, for every second one, a shadow. */
final class Thing {
  /**
   * The greatest distance of a sample from its pixel's centre is the square root of 2/9, 0.4714.
   */
  private static final double REACH = 0.4715;

  private static final double[] SAMPLE_OFFSETS = {-1 / 3.0, 0, 1 / 3.0};

  private final Placement placement;
  private final Outline outline;
  private final double[] colour;
  private final Texture texture;
  private final boolean shaded;
  private final double shadowX;
  private final double shadowY;

  /**
   * Draws how a thing looks; some take the colour of the place where they lie.
   *
   * @param number of the thing in its scene from 0
   */
  Thing(SplitMix64 random, Placement placement, int number, Canvas canvas, ValueNoise noise) {
    this.placement = placement;
    double aspect = placement.kind() == ThingKind.SQUARE ? random.uniform(.75, 1) : 1;
    this.outline = placement.kind().outline(placement.angle(), placement.size(), aspect);
    this.colour = random.colour(.05, .95, .05, .95, .05, .95);
    if (random.chance(.15)) {
      int pixel =
          canvas.clamp((int) placement.y()) * canvas.size + canvas.clamp((int) placement.x());
      for (int i = 0; i < colour.length; i++) {
        colour[i] = Canvas.clamp(canvas.planes[i][pixel] + random.uniform(-.25, .25));
      }
    }
    this.texture = new Texture(random, canvas.scale(), noise, number);
    this.shaded = random.chance(.5);
    this.shadowX = placement.size() * random.uniform(.1, .3);
    this.shadowY = placement.size() * random.uniform(.1, .35);
  }

  /**
   * @param id the instance number to write, from 1
   */
  void paint(Canvas canvas, int id) {
    double reach = placement.size() * 1.6;
    int left = Math.max(0, (int) (placement.x() - reach) - 1);
    int right = Math.min(canvas.size - 1, (int) (placement.x() + reach) + 1);
    int top = Math.max(0, (int) (placement.y() - reach) - 1);
    int bottom = Math.min(canvas.size - 1, (int) (placement.y() + reach) + 1);
    if (shaded) {
      for (int y = top; y <= bottom; y++) {
        for (int x = left; x <= right; x++) {
          paintShadow(canvas, x, y);
        }
      }
    }
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        paintPixel(canvas, x, y, id);
      }
    }
  }

  private void paintShadow(Canvas canvas, int x, int y) {
    if (outline.contains(x - placement.x() - shadowX, y - placement.y() - shadowY)) {
      canvas.darken(y * canvas.size + x, .72);
    }
  }

  private void paintPixel(Canvas canvas, int x, int y, int id) {
    double dx = x - placement.x();
    double dy = y - placement.y();
    double clearance = outline.clearance(dx, dy);
    int samples = clearance > REACH ? 9 : clearance < -REACH ? 0 : samplesInside(x, y);
    if (samples == 0) {
      return;
    }
    int pixel = y * canvas.size + x;
    double shade = texture.shade(x, y, dx, dy, outline, placement.size());
    canvas.blend(pixel, colour, shade, samples / 9.0);
    if (outline.contains(dx, dy)) {
      canvas.semantic[pixel] = (byte) placement.kind().label();
      canvas.instances[pixel] = (byte) id;
    }
  }

  /** How many of the 3 x 3 samples of a pixel the thing covers. */
  private int samplesInside(int x, int y) {
    int inside = 0;
    for (double offsetY : SAMPLE_OFFSETS) {
      for (double offsetX : SAMPLE_OFFSETS) {
        if (outline.contains(x + offsetX - placement.x(), y + offsetY - placement.y())) {
          inside++;
        }
      }
    }
    return inside;
  }
}
