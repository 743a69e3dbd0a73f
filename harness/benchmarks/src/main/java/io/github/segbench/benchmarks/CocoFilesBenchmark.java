package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PolygonRasterizer;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.StoredSegmentations;
import io.github.segbench.formats.coco.CocoInfo;
import io.github.segbench.formats.coco.CocoInstances;
import io.github.segbench.formats.coco.CocoInstancesWriter;
import io.github.segbench.formats.coco.CocoResults;
import io.github.segbench.formats.coco.CocoResultsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** COCO results of 500 images of 640x480 with 50 star-shaped detections each, about 6 MB. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CocoFilesBenchmark {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int IMAGES = 500;
  private static final int DETECTIONS = 50;

  private final Random random = new Random(11);
  private Path folder;
  private CocoInstances truth;
  private CocoResults results;
  private double[] star;

  @Setup
  public void writeFiles() throws IOException {
    folder = Files.createTempDirectory("segbench-coco");
    List<Category> categories = List.of(new Category(1, "star", true, 0));
    Path images = folder.resolve("gt.json");
    Path found = folder.resolve("dt.json");
    InstanceSegmentation none = new InstanceSegmentation(WIDTH, HEIGHT, List.of());
    try (CocoInstancesWriter objects =
            new CocoInstancesWriter(images, new CocoInfo("benchmark", "1"), categories);
        CocoResultsWriter detections = new CocoResultsWriter(found)) {
      for (int image = 1; image <= IMAGES; image++) {
        objects.write(image, image + ".png", none);
        detections.write(Integer.toString(image), Segmentations.of(detections()));
      }
      objects.finish();
      detections.finish();
    }
    truth = CocoInstances.read(images);
    results = CocoResults.read(found, truth);
    star = star();
  }

  private InstanceSegmentation detections() {
    List<Instance> instances = new ArrayList<>();
    for (int i = 0; i < DETECTIONS; i++) {
      Mask mask = PolygonRasterizer.rasterize(WIDTH, HEIGHT, star());
      instances.add(Instance.detection(1, random.nextDouble(), mask));
    }
    return new InstanceSegmentation(WIDTH, HEIGHT, instances);
  }

  /** Thirty corners around a place. */
  private double[] star() {
    double x = random.nextDouble() * WIDTH;
    double y = random.nextDouble() * HEIGHT;
    double radius = 10 + random.nextDouble() * 100;
    double[] corners = new double[60];
    for (int i = 0; i < 30; i++) {
      double reach = radius * (0.6 + 0.4 * random.nextDouble());
      corners[2 * i] = x + reach * Math.cos(i * Math.PI / 15);
      corners[2 * i + 1] = y + reach * Math.sin(i * Math.PI / 15);
    }
    return corners;
  }

  @TearDown
  public void deleteFiles() throws IOException {
    Files.delete(folder.resolve("gt.json"));
    Files.delete(folder.resolve("dt.json"));
    Files.delete(folder);
  }

  @Benchmark
  public CocoResults parseResults() {
    return CocoResults.read(results.file(), truth);
  }

  @Benchmark
  public long decodeResults() {
    return area(results);
  }

  private static long area(StoredSegmentations stored) {
    long area = 0;
    for (String image : stored.images()) {
      InstanceSegmentation found = stored.read(image).orElseThrow().instance().orElseThrow();
      for (Instance instance : found.instances()) {
        area += instance.mask().area();
      }
    }
    return area;
  }

  @Benchmark
  public Mask rasterizePolygon() {
    return PolygonRasterizer.rasterize(WIDTH, HEIGHT, star);
  }
}
