package io.github.segbench.benchmarks;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * PNG files that are as hard to decode as those of data sets: regions with rough edges, filtered
 * and compressed as libpng does by default.
 */
final class SegmentationFiles {
  private static final int CLASSES = 19;
  private static final int[] WANDER = {-1, 0, 0, 0, 0, 1};
  private static final int LABEL_REGIONS = 120;
  private static final int PANOPTIC_REGIONS = 30;

  private SegmentationFiles() {}

  /** About as many edges, and bytes, as a Cityscapes label file of this size has. */
  static byte[] labels(int width, int height) {
    return FilteredPng.encode(width, height, 1, ids(width, height));
  }

  /** What might be predicted for {@link #labels}: its edges some pixels off, and rougher. */
  static byte[] predictedLabels(int width, int height) {
    Random random = new Random(13);
    byte[] ids = ids(width, height);
    byte[] predicted = new byte[ids.length];
    int shift = 0;
    for (int y = 0; y < height; y++) {
      shift = Math.max(-3, Math.min(3, shift + WANDER[random.nextInt(WANDER.length)]));
      for (int x = 0; x < width; x++) {
        int from = Math.max(0, Math.min(width - 1, x + shift));
        predicted[y * width + x] = ids[y * width + from];
      }
    }
    return FilteredPng.encode(width, height, 1, predicted);
  }

  private static byte[] ids(int width, int height) {
    int[] regions = regions(width, height, LABEL_REGIONS);
    byte[] ids = new byte[regions.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (byte) (regions[i] % CLASSES);
    }
    return ids;
  }

  /** Segments with ids in the manner of COCO: a random colour each. */
  static byte[] panoptic(int width, int height) {
    int[] regions = regions(width, height, PANOPTIC_REGIONS);
    int[] ids = new Random(12).ints(PANOPTIC_REGIONS + 1, 0, 1 << 24).toArray();
    byte[] pixels = new byte[3 * regions.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (ids[regions[i / 3]] >> (8 * (i % 3)));
    }
    return FilteredPng.encode(width, height, 3, pixels);
  }

  /** What the Java runtime makes of a file. */
  static BufferedImage imageIo(byte[] file) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(file));
  }

  /** Ellipses over one another, each with an edge that wanders from row to row. */
  private static int[] regions(int width, int height, int count) {
    Random random = new Random(11);
    int[] regions = new int[width * height];
    for (int r = 1; r <= count; r++) {
      double size = r < count / 5 ? 0.3 : 0.06;
      double radiusX = height * size * (0.2 + random.nextDouble());
      double radiusY = height * size * (0.2 + random.nextDouble());
      int centreX = random.nextInt(width);
      int centreY = random.nextInt(height);
      int left = 0;
      int right = 0;
      for (int y = (int) Math.max(0, centreY - radiusY); y < height; y++) {
        double dy = (y - centreY) / radiusY;
        if (dy >= 1) {
          break;
        }
        double half = radiusX * Math.sqrt(1 - dy * dy);
        left += WANDER[random.nextInt(WANDER.length)];
        right += WANDER[random.nextInt(WANDER.length)];
        int stop = (int) Math.min(width, centreX + half + right);
        for (int x = (int) Math.max(0, centreX - half + left); x < stop; x++) {
          regions[y * width + x] = r;
        }
      }
    }
    return regions;
  }
}
