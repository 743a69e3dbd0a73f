package io.github.segbench.metrics.instance;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Scenes of 24x16 pixels with objects around 100 pixels, groups, void, caravans and ties. */
final class CityscapesScenes {
  static final int WIDTH = 24;
  static final int HEIGHT = 16;
  static final int CARAVAN = 29;
  static final int VOID = 255;
  static final LabelSet LABELS =
      new LabelSet(
          "street",
          List.of(
              new Category(7, "road", false, 0),
              new Category(24, "person", true, 0),
              new Category(26, "car", true, 0)),
          VOID);

  private CityscapesScenes() {}

  static Mask rectangle(int left, int top, int width, int height) {
    boolean[] bitmap = new boolean[WIDTH * HEIGHT];
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        bitmap[y * WIDTH + x] = true;
      }
    }
    return Mask.ofBitmap(WIDTH, HEIGHT, bitmap);
  }

  /** A region of the ground truth; a group if it is a crowd. */
  static Instance region(int category, boolean group, Mask mask) {
    return new Instance(category, 1, mask, mask.boundingBox(), group, mask.area());
  }

  /** Disjoint regions, as in an image of instance ids, and detections near them. */
  static NaiveCityscapes.Scene random(Random random) {
    int[] owner = new int[WIDTH * HEIGHT];
    int[] ids = new int[owner.length];
    int regions = 1 + random.nextInt(4);
    List<Integer> categories = new ArrayList<>(List.of(random.nextInt(3) == 0 ? VOID : 7));
    paint(owner, 0, 0, 0, WIDTH, HEIGHT);
    for (int r = 1; r <= regions; r++) {
      int[] choice = {24, 26, 26, 26, CARAVAN, VOID};
      categories.add(choice[random.nextInt(choice.length)]);
      int width = 6 + random.nextInt(15);
      int height = 6 + random.nextInt(10);
      paint(
          owner,
          r,
          random.nextInt(WIDTH - width + 1),
          random.nextInt(HEIGHT - height + 1),
          width,
          height);
    }
    List<Instance> truths = new ArrayList<>();
    List<Instance> detections = new ArrayList<>();
    for (int r = 0; r <= regions; r++) {
      boolean[] bitmap = new boolean[owner.length];
      for (int i = 0; i < owner.length; i++) {
        bitmap[i] = owner[i] == r;
        ids[i] = bitmap[i] ? categories.get(r) : ids[i];
      }
      Mask mask = Mask.ofBitmap(WIDTH, HEIGHT, bitmap);
      int category = categories.get(r);
      if (category == 24 || category == 26 || category == CARAVAN) {
        if (mask.area() > 0) {
          truths.add(region(category, random.nextInt(5) == 0, mask));
        }
      }
      for (int copies = random.nextInt(3); copies > 0; copies--) {
        detections.add(
            Instance.detection(
                category == 24 || (category == 26 && random.nextInt(4) > 0)
                    ? category
                    : thing(random),
                random.nextInt(5) / 5.0,
                shrunk(random, bitmap)));
      }
    }
    if (random.nextInt(4) == 0) {
      detections.add(Instance.detection(CARAVAN, 0.9, rectangle(0, 0, 8, 8)));
    }
    return new NaiveCityscapes.Scene(truths, ids, detections);
  }

  private static int thing(Random random) {
    return random.nextInt(4) == 0 ? 24 : 26;
  }

  private static void paint(int[] owner, int value, int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        owner[y * WIDTH + x] = value;
      }
    }
  }

  /** The mask without the columns beyond a random one, often all of it, seldom none. */
  private static Mask shrunk(Random random, boolean[] bitmap) {
    boolean[] kept = bitmap.clone();
    int end = random.nextBoolean() ? WIDTH : random.nextInt(WIDTH + 1);
    for (int i = 0; i < kept.length; i++) {
      kept[i] &= i % WIDTH < end;
    }
    return Mask.ofBitmap(WIDTH, HEIGHT, kept);
  }

  static Segmentations truth(NaiveCityscapes.Scene scene) {
    short[] labels = new short[scene.ids().length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (short) scene.ids()[i];
    }
    return Segmentations.of(
        new InstanceSegmentation(WIDTH, HEIGHT, scene.truths()),
        new SemanticSegmentation(new LabelMap(WIDTH, HEIGHT, labels)));
  }

  static Segmentations prediction(NaiveCityscapes.Scene scene) {
    return Segmentations.of(new InstanceSegmentation(WIDTH, HEIGHT, scene.detections()));
  }
}
