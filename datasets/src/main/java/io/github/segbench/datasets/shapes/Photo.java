package io.github.segbench.datasets.shapes;

/** A camera's settings and flaws: exposure, contrast, vignette, blur and noise. */
final class Photo {
  private final SplitMix64 random;
  private final double exposure;
  private final double contrast;
  private final double noise;
  private final boolean blurred;
  private final double vignetteX;
  private final double vignetteY;

  Photo(SplitMix64 random) {
    this.random = random;
    exposure = random.uniform(-.1, .1);
    contrast = random.uniform(.8, 1.15);
    noise = random.uniform(.01, .06);
    blurred = random.chance(.3);
    vignetteX = random.uniform(-.12, .12);
    vignetteY = random.uniform(-.12, .12);
  }

  /** The scene as 8-bit RGB, {@code [size, size, 3]}. */
  byte[] take(Canvas canvas) {
    byte[] rgb = new byte[canvas.size * canvas.size * 3];
    for (int channel = 0; channel < 3; channel++) {
      double[] plane = canvas.planes[channel];
      develop(blurred ? Blur.of(plane, canvas.size) : plane, canvas.size, rgb, channel);
    }
    return rgb;
  }

  private void develop(double[] plane, int size, byte[] rgb, int channel) {
    double[] gains = new double[size];
    for (int x = 0; x < size; x++) {
      gains[x] = vignetteX * (x - size / 2.0) / size * 2;
    }
    for (int y = 0, pixel = 0; y < size; y++) {
      double rowGain = vignetteY * (y - size / 2.0) / size * 2;
      for (int x = 0; x < size; x++, pixel++) {
        double value = (plane[pixel] - .5) * contrast + .5 + exposure + gains[x] + rowGain;
        value = Canvas.clamp(value + noise * random.nearlyNormal());
        rgb[pixel * 3 + channel] = (byte) (int) (value * 255 + .5);
      }
    }
  }
}
