package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Seeded images of 256x256 pixels with 6 rectangles, 10 detections and 5 categories. */
final class InstanceScenes {
  private static final int SIDE = 256;
  private static final int CATEGORIES = 5;
  private static final LabelSet LABELS =
      new LabelSet(
          "benchmark",
          IntStream.range(1, CATEGORIES + 1)
              .mapToObj(id -> new Category(id, "class " + id, true, 0))
              .toList(),
          LabelSet.NO_IGNORE);

  private final List<Segmentations> truths = new ArrayList<>();
  private final List<Segmentations> detections = new ArrayList<>();

  InstanceScenes(int images) {
    Random random = new Random(9);
    for (int i = 0; i < images; i++) {
      List<Instance> objects = new ArrayList<>();
      List<Instance> found = new ArrayList<>();
      for (int o = 0; o < 10; o++) {
        int category = 1 + random.nextInt(CATEGORIES);
        int width = 8 + random.nextInt(60);
        int height = 8 + random.nextInt(60);
        int left = random.nextInt(SIDE - width - 8);
        int top = random.nextInt(SIDE - height - 8);
        if (o < 6) {
          objects.add(Instance.groundTruth(category, rectangle(left, top, width, height)));
        }
        found.add(
            Instance.detection(
                category,
                random.nextDouble(),
                rectangle(left + random.nextInt(8), top + random.nextInt(8), width, height)));
      }
      truths.add(Segmentations.of(new InstanceSegmentation(SIDE, SIDE, objects)));
      detections.add(Segmentations.of(new InstanceSegmentation(SIDE, SIDE, found)));
    }
  }

  private static Mask rectangle(int left, int top, int width, int height) {
    boolean[] bitmap = new boolean[SIDE * SIDE];
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        bitmap[y * SIDE + x] = true;
      }
    }
    return Mask.ofBitmap(SIDE, SIDE, bitmap);
  }

  /** An accumulator that has seen all images. */
  Accumulator accumulate() {
    Accumulator accumulator = Accumulators.create(LABELS, Convention.COCO);
    for (int i = 0; i < truths.size(); i++) {
      accumulator.add(i, truths.get(i), detections.get(i));
    }
    return accumulator;
  }
}
