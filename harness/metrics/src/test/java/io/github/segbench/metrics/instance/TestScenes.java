package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.instance.NaiveCoco.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small scenes with all that is hard: ties, crowds, empty masks, areas of every range. */
final class TestScenes {
  static final int SIDE = 8;
  static final LabelSet LABELS =
      new LabelSet(
          "test",
          List.of(
              new Category(1, "disc", true, 0),
              new Category(3, "ground", false, 0),
              new Category(5, "box", true, 0)),
          LabelSet.NO_IGNORE);

  private static final double[] AREAS = {10, 32 * 32, 5_000, 96 * 96, 20_000};

  private TestScenes() {}

  static Mask rectangle(int left, int top, int width, int height) {
    boolean[] bitmap = new boolean[SIDE * SIDE];
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        bitmap[y * SIDE + x] = true;
      }
    }
    return Mask.ofBitmap(SIDE, SIDE, bitmap);
  }

  static Scene random(Random random) {
    List<Instance> truths = new ArrayList<>();
    List<Instance> detections = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      Mask mask = randomMask(random);
      truths.add(
          new Instance(
              category(random),
              1,
              mask,
              mask.boundingBox(),
              random.nextInt(6) == 0,
              AREAS[random.nextInt(AREAS.length)]));
    }
    for (int i = random.nextInt(7); i > 0; i--) {
      boolean copy = !truths.isEmpty() && random.nextBoolean();
      Mask mask = copy ? truths.get(random.nextInt(truths.size())).mask() : randomMask(random);
      // Few different scores, so that ties are common.
      detections.add(Instance.detection(category(random), random.nextInt(4) / 4.0, mask));
    }
    return new Scene(truths, detections);
  }

  private static int category(Random random) {
    return random.nextInt(3) == 0 ? 5 : 1;
  }

  private static Mask randomMask(Random random) {
    int width = random.nextInt(SIDE);
    int height = random.nextInt(SIDE);
    return rectangle(
        random.nextInt(SIDE - width + 1), random.nextInt(SIDE - height + 1), width, height);
  }

  static Segmentations segmentations(List<Instance> instances) {
    return Segmentations.of(new InstanceSegmentation(SIDE, SIDE, instances));
  }
}
