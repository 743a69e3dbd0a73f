package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Mask;
import java.util.Random;

/** Seeded masks of one image size: discs with wavy outlines, of the sizes of COCO's objects. */
final class Blobs {
  private static final double SMALLEST_RADIUS = 6;

  private final int width;
  private final int height;
  private final Random random;

  Blobs(int width, int height, long seed) {
    this.width = width;
    this.height = height;
    this.random = new Random(seed);
  }

  /** Anywhere, its radius from 6 pixels to a third of the height, small ones being the rule. */
  Mask next() {
    double range = height / 3.0 / SMALLEST_RADIUS;
    double radius = SMALLEST_RADIUS * Math.pow(range, random.nextDouble());
    return blob(random.nextInt(width), random.nextInt(height), radius);
  }

  /** In the middle of the image, its radius a quarter of the height. */
  Mask central() {
    return blob(width / 2.0, height / 2.0, height / 4.0);
  }

  /** The mask moved by at most so many pixels, as a detection of it may be. */
  Mask near(Mask mask, int distance) {
    int dx = random.nextInt(2 * distance + 1) - distance;
    int dy = random.nextInt(2 * distance + 1) - distance;
    boolean[] bitmap = mask.toBitmap();
    boolean[] moved = new boolean[bitmap.length];
    for (int y = Math.max(0, -dy); y < Math.min(height, height - dy); y++) {
      for (int x = Math.max(0, -dx); x < Math.min(width, width - dx); x++) {
        moved[(y + dy) * width + x + dx] = bitmap[y * width + x];
      }
    }
    return Mask.ofBitmap(width, height, moved);
  }

  /** Half of the pixels, each by chance. */
  Mask noise() {
    boolean[] bitmap = new boolean[width * height];
    for (int i = 0; i < bitmap.length; i++) {
      bitmap[i] = random.nextBoolean();
    }
    return Mask.ofBitmap(width, height, bitmap);
  }

  private Mask blob(double middleX, double middleY, double radius) {
    double wide = radius * (0.7 + 0.6 * random.nextDouble());
    double phase = random.nextDouble() * Math.PI;
    boolean[] bitmap = new boolean[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double dx = (x - middleX) / wide;
        double dy = (y - middleY) / radius;
        double distance = dx * dx + dy * dy;
        if (distance < 2) {
          double angle = Math.atan2(dy, dx);
          double outline = 1 + 0.15 * Math.sin(3 * angle + phase) + 0.05 * Math.sin(17 * angle);
          bitmap[y * width + x] = distance < outline * outline;
        }
      }
    }
    return Mask.ofBitmap(width, height, bitmap);
  }
}
