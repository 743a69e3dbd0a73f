package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PolygonRasterizer;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.coco.CocoInfo;
import io.github.segbench.formats.coco.CocoInstancesWriter;
import io.github.segbench.formats.coco.CocoResultsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Writes COCO files of the size of val2017's, to time the command {@code score} as a whole process
 * with: images of 640x480 with 7 objects of 80 categories and 49 detections each, of which about 20
 * lie on objects.
 */
public final class CocoScaleFiles {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int CATEGORIES = 80;
  private static final int OBJECTS = 7;
  private static final int DETECTIONS = 49;
  private static final int DETECTIONS_OF_AN_OBJECT = 3;
  private static final int CORNERS = 30;

  private final Random random = new Random(23);

  private CocoScaleFiles() {}

  /** Writes {@code gt.json} and {@code dt.json}: the number of images, then the folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    new CocoScaleFiles().write(Integer.parseInt(arguments[0]), folder);
  }

  private void write(int images, Path folder) {
    List<Category> categories =
        IntStream.rangeClosed(1, CATEGORIES)
            .mapToObj(id -> new Category(id, "category " + id, true, 0))
            .toList();
    try (CocoInstancesWriter truth =
            new CocoInstancesWriter(
                folder.resolve("gt.json"), new CocoInfo("benchmark", "1"), categories);
        CocoResultsWriter results = new CocoResultsWriter(folder.resolve("dt.json"))) {
      for (int image = 1; image <= images; image++) {
        List<Instance> objects = new ArrayList<>();
        List<Instance> detections = new ArrayList<>();
        addScene(objects, detections);
        truth.write(image, image + ".jpg", new InstanceSegmentation(WIDTH, HEIGHT, objects));
        results.write(
            Integer.toString(image),
            Segmentations.of(new InstanceSegmentation(WIDTH, HEIGHT, detections)));
      }
      truth.finish();
      results.finish();
    }
  }

  private void addScene(List<Instance> objects, List<Instance> detections) {
    for (int i = 0; i < OBJECTS; i++) {
      int category = 1 + random.nextInt(CATEGORIES);
      double x = random.nextDouble() * WIDTH;
      double y = random.nextDouble() * HEIGHT;
      double radius = 8 * Math.exp(2.5 * random.nextDouble());
      objects.add(Instance.groundTruth(category, star(x, y, radius)));
      for (int d = 0; d < DETECTIONS_OF_AN_OBJECT; d++) {
        double shift = 0.3 * radius * random.nextDouble();
        Mask mask = star(x + shift, y - shift, radius * (0.8 + 0.4 * random.nextDouble()));
        detections.add(Instance.detection(category, 0.3 + 0.7 * random.nextDouble(), mask));
      }
    }
    while (detections.size() < DETECTIONS) {
      double radius = 8 * Math.exp(2.5 * random.nextDouble());
      Mask mask = star(random.nextDouble() * WIDTH, random.nextDouble() * HEIGHT, radius);
      detections.add(
          Instance.detection(1 + random.nextInt(CATEGORIES), 0.6 * random.nextDouble(), mask));
    }
  }

  private Mask star(double x, double y, double radius) {
    double[] corners = new double[2 * CORNERS];
    for (int i = 0; i < CORNERS; i++) {
      double reach = radius * (0.8 + 0.2 * random.nextDouble());
      corners[2 * i] = x + reach * Math.cos(2 * Math.PI * i / CORNERS);
      corners[2 * i + 1] = y + reach * Math.sin(2 * Math.PI * i / CORNERS);
    }
    return PolygonRasterizer.rasterize(WIDTH, HEIGHT, corners);
  }
}
