package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Seeded label maps of 2048x1024 pixels: 120 overlapping discs, a fifteenth of them void, or noise.
 * Classes are things in groups of three.
 */
final class LabelScenes {
  private static final int WIDTH = 2048;
  private static final int HEIGHT = 1024;
  private static final int VOID = 0;
  private static final int DISCS = 120;

  private final int classes;

  /**
   * @param classes with the ids from 1 on
   */
  LabelScenes(int classes) {
    this.classes = classes;
  }

  LabelSet labels() {
    return new LabelSet(
        "benchmark",
        IntStream.rangeClosed(1, classes)
            .mapToObj(id -> new Category(id, "class " + id, true, 0, "group " + id / 3, null))
            .toList(),
        VOID);
  }

  /**
   * Semantic and panoptic segmentation of the discs.
   *
   * @param shift pixels that the discs are moved by, as in a prediction that misses borders
   */
  Segmentations discs(int shift) {
    Random random = new Random(5);
    short[] labels = new short[WIDTH * HEIGHT];
    int[] ids = new int[WIDTH * HEIGHT];
    List<Segment> segments = new ArrayList<>();
    for (int disc = 0; disc < DISCS; disc++) {
      int radius = 10 + random.nextInt(disc < 20 ? 400 : 80);
      int centreX = random.nextInt(WIDTH) + shift;
      int centreY = random.nextInt(HEIGHT) - shift;
      int id = random.nextInt(15) == 0 ? VOID : 1 + random.nextInt(classes);
      if (id != VOID) {
        segments.add(new Segment(1000 + disc, id, false));
      }
      for (int y = Math.max(0, centreY - radius); y < Math.min(HEIGHT, centreY + radius); y++) {
        for (int x = Math.max(0, centreX - radius); x < Math.min(WIDTH, centreX + radius); x++) {
          int dx = x - centreX;
          int dy = y - centreY;
          if (dx * dx + dy * dy < radius * radius) {
            labels[y * WIDTH + x] = (short) id;
            ids[y * WIDTH + x] = id == VOID ? PanopticSegmentation.VOID : 1000 + disc;
          }
        }
      }
    }
    return Segmentations.of(
        new SemanticSegmentation(new LabelMap(WIDTH, HEIGHT, labels)),
        new PanopticSegmentation(WIDTH, HEIGHT, ids, segments));
  }

  /** A random label at each pixel. */
  Segmentations noise(int seed) {
    Random random = new Random(seed);
    short[] labels = new short[WIDTH * HEIGHT];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (short) (1 + random.nextInt(classes));
    }
    return Segmentations.of(new SemanticSegmentation(new LabelMap(WIDTH, HEIGHT, labels)));
  }

  /**
   * The same map in bytes.
   *
   * @param map of ids up to 255
   */
  static LabelMap inBytes(LabelMap map) {
    byte[] bytes = new byte[map.width() * map.height()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) map.at(i);
    }
    return LabelMap.ofBytes(map.width(), map.height(), bytes);
  }
}
