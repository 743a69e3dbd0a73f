package io.github.segbench.report.html;

import io.github.segbench.api.image.ImageCodec;
import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.result.GalleryImage;
import io.github.segbench.engine.result.GalleryImage.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A drawn scene with ground truth, and predictions that are wrong at edges and in blobs. */
final class SampleScene {
  private static final int SIZE = 128;
  private static final int FIRST_THING = 4;

  private final String id;
  private final int[] categories = new int[SIZE * SIZE];
  private final int[] objects = new int[SIZE * SIZE];
  private final Random random;

  SampleScene(String id, long seed) {
    this.id = id;
    this.random = new Random(seed);
    double horizon = SIZE * (0.3 + 0.2 * random.nextDouble());
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double road = Math.abs(x - 64 - (y - horizon) * 0.3) - (y - horizon) * 0.35;
        boolean water = Math.hypot(x - 20, (y - 100) * 2) < 30;
        categories[y * SIZE + x] = y < horizon ? 0 : road < 4 ? 2 : water ? 3 : 1;
      }
    }
    int count = 2 + random.nextInt(4);
    for (int i = 1; i <= count; i++) {
      drawObject(i, FIRST_THING + random.nextInt(4));
    }
    for (int x = 0; x < SIZE; x++) {
      for (int y = SIZE - 3; y < SIZE; y++) {
        categories[y * SIZE + x] = -1;
        objects[y * SIZE + x] = 0;
      }
    }
  }

  private void drawObject(int object, int category) {
    double centreX = 15 + random.nextInt(98);
    double centreY = 15 + random.nextInt(95);
    double radius = 8 + random.nextInt(14);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        double dx = Math.abs(x - centreX);
        double dy = Math.abs(y - centreY);
        boolean inside =
            switch (category) {
              case 4 -> Math.hypot(dx, dy) < radius;
              case 5 -> Math.max(dx, dy) < radius * 0.85;
              case 6 -> y < centreY + radius * 0.7 && dx < (y - centreY + radius) * 0.55;
              default -> dx * dy < radius * 2 && dx + dy < radius * 1.3;
            };
        if (inside) {
          categories[y * SIZE + x] = category;
          objects[y * SIZE + x] = object;
        }
      }
    }
  }

  /** Writes image, truth and prediction of a task, as a run keeps them. */
  GalleryImage write(
      Path folder,
      String trial,
      SegmentationTask task,
      LabelSet labels,
      double quality,
      List<Role> roles,
      String metric,
      double value) {
    int[] wrongCategories = categories.clone();
    int[] wrongObjects = objects.clone();
    damage(
        wrongCategories, wrongObjects, quality, new Random(trial.hashCode() + 31L * id.hashCode()));
    Map<Integer, Integer> truthIds = new TreeMap<>();
    Map<Integer, Integer> predictionIds = new TreeMap<>();
    String name = task.id() + "-" + id;
    String image = "gallery/" + id + ".png";
    String truth = "gallery/" + name + "-truth.png";
    String prediction = "gallery/" + trial + "/" + name + ".png";
    save(folder.resolve(image), photo(labels));
    save(folder.resolve(truth), segments(task, categories, objects, truthIds));
    save(folder.resolve(prediction), segments(task, wrongCategories, wrongObjects, predictionIds));
    return new GalleryImage(
        id, task, roles, metric, value, image, truth, prediction, truthIds, predictionIds);
  }

  private static void damage(int[] categories, int[] objects, double quality, Random random) {
    int[] oldCategories = categories.clone();
    int[] oldObjects = objects.clone();
    int reach = (int) Math.round((1 - quality) * 22);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int fromX = clamp(x + (int) Math.round(Math.sin(y * 0.35) * reach * 0.6));
        int fromY = clamp(y + (int) Math.round(Math.cos(x * 0.28) * reach * 0.6));
        int from = fromY * SIZE + fromX;
        categories[y * SIZE + x] = Math.max(0, oldCategories[from]);
        objects[y * SIZE + x] = oldObjects[from];
      }
    }
    int blobs = (int) Math.round((1 - quality) * 25);
    for (int i = 0; i < blobs; i++) {
      int centreX = random.nextInt(SIZE);
      int centreY = random.nextInt(SIZE);
      int radius = 3 + random.nextInt(8);
      int category = random.nextInt(8);
      for (int y = Math.max(0, centreY - radius); y < Math.min(SIZE, centreY + radius); y++) {
        for (int x = Math.max(0, centreX - radius); x < Math.min(SIZE, centreX + radius); x++) {
          if (Math.hypot(x - centreX, y - centreY) < radius) {
            categories[y * SIZE + x] = category;
            objects[y * SIZE + x] = category >= FIRST_THING ? 20 + i : 0;
          }
        }
      }
    }
  }

  private static int clamp(int position) {
    return Math.max(0, Math.min(SIZE - 1, position));
  }

  private RgbImage photo(LabelSet labels) {
    byte[] pixels = new byte[SIZE * SIZE * 3];
    Random noise = new Random(id.hashCode());
    for (int i = 0; i < categories.length; i++) {
      int colour = categories[i] < 0 ? 0x303030 : labels.categories().get(categories[i]).colour();
      int grain = noise.nextInt(31) - 15 + (objects[i] * 37) % 30;
      for (int channel = 0; channel < 3; channel++) {
        int value = (colour >> (16 - 8 * channel) & 0xFF) * 3 / 4 + 30 + grain;
        pixels[i * 3 + channel] = (byte) Math.max(0, Math.min(255, value));
      }
    }
    return new RgbImage(SIZE, SIZE, pixels);
  }

  private static RgbImage segments(
      SegmentationTask task, int[] categories, int[] objects, Map<Integer, Integer> ids) {
    byte[] pixels = new byte[SIZE * SIZE * 3];
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < categories.length; i++) {
      boolean thing = categories[i] >= FIRST_THING;
      boolean empty = categories[i] < 0 || (task == SegmentationTask.INSTANCE && !thing);
      if (!empty) {
        String key =
            categories[i] + (thing && task != SegmentationTask.SEMANTIC ? "/" + objects[i] : "");
        int segment = known.computeIfAbsent(key, k -> known.size() + 1);
        ids.put(segment, categories[i]);
        pixels[i * 3] = (byte) segment;
        pixels[i * 3 + 1] = (byte) (segment >> 8);
      }
    }
    return new RgbImage(SIZE, SIZE, pixels);
  }

  private static void save(Path file, RgbImage image) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, ImageCodec.encodePng(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
