package io.github.segbench.metrics.statistics;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.api.segmentation.Segment;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small images with all three segmentations, and accumulators of them. */
final class TestImages {
  static final int CATEGORIES = 4;

  private static final int SIDE = 48;

  /** A stripe of one step is large enough for Cityscapes, whose objects have 100 pixels. */
  private static final int STEP = 8;

  private TestImages() {}

  /** Things a, b and stuff c, d with the ids 1..4; void is 0. */
  static LabelSet labels() {
    List<Category> categories = new ArrayList<>();
    for (int id = 1; id <= CATEGORIES; id++) {
      categories.add(new Category(id, String.valueOf((char) ('a' + id - 1)), id <= 2, 0));
    }
    return new LabelSet("test", categories, 0);
  }

  /** A stripe of a random height for some of the categories, which makes one object of each. */
  static Segmentations random(Random random) {
    short[] ids = new short[SIDE * SIDE];
    int row = 0;
    for (int id = 1; id <= CATEGORIES; id++) {
      int end = Math.min(SIDE, row + STEP * random.nextInt(4));
      for (int i = row * SIDE; i < end * SIDE; i++) {
        ids[i] = (short) (random.nextInt(9) == 0 ? 0 : id);
      }
      row = end;
    }
    return image(SIDE, SIDE, ids, random);
  }

  /** One row of pixels; letters are categories, a dot is void. */
  static Segmentations row(String pixels) {
    short[] ids = new short[pixels.length()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = (short) (pixels.charAt(i) == '.' ? 0 : pixels.charAt(i) - 'a' + 1);
    }
    return image(ids.length, 1, ids, new Random(1));
  }

  private static Segmentations image(int width, int height, short[] ids, Random scores) {
    int[] segmentIds = new int[ids.length];
    boolean[][] masks = new boolean[CATEGORIES + 1][ids.length];
    for (int i = 0; i < ids.length; i++) {
      segmentIds[i] = ids[i];
      masks[ids[i]][i] = true;
    }
    List<Segment> segments = new ArrayList<>();
    List<Instance> instances = new ArrayList<>();
    for (int id = 1; id <= CATEGORIES; id++) {
      Mask mask = Mask.ofBitmap(width, height, masks[id]);
      if (mask.area() > 0) {
        segments.add(new Segment(id, id, false));
        if (id <= 2) {
          instances.add(Instance.detection(id, scores.nextInt(4) / 4.0, mask));
        }
      }
    }
    return Segmentations.of(
        new SemanticSegmentation(new LabelMap(width, height, ids)),
        new InstanceSegmentation(width, height, instances),
        new PanopticSegmentation(width, height, segmentIds, segments));
  }

  /** Of all metrics that a convention has, in one or several parts. */
  static Accumulator accumulator(LabelSet labels, Convention convention) {
    return Accumulators.create(labels, convention, Metric.of(convention.task()));
  }
}
