package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.evaluation.Evaluation;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * AP of 1,000 images of 640x480 with 9 objects and 52 detections each, of masks, boxes and
 * boundaries: overlaps, matching and the number, on one thread.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class BoundaryApBenchmark {
  private static final int IMAGES = 1_000;
  private static final int DIFFERENT = 50;
  private static final int OBJECTS = 9;
  private static final int DETECTIONS = 52;

  @Param({"AP", "boxAP", "boundaryAP"})
  private String metric;

  private final LabelSet labels =
      new LabelSet(
          "benchmark",
          List.of(new Category(1, "one", true, 0), new Category(2, "two", true, 0)),
          LabelSet.NO_IGNORE);
  private final List<Segmentations> truths = new ArrayList<>();
  private final List<Segmentations> detections = new ArrayList<>();

  @Setup
  public void setUp() {
    Blobs blobs = new Blobs(640, 480, 11);
    Random random = new Random(13);
    for (int image = 0; image < DIFFERENT; image++) {
      List<Instance> objects = new ArrayList<>();
      for (int i = 0; i < OBJECTS; i++) {
        objects.add(Instance.groundTruth(1 + i % 2, blobs.next()));
      }
      List<Instance> found = new ArrayList<>();
      for (int i = 0; i < DETECTIONS; i++) {
        Instance object = objects.get(i % OBJECTS);
        Mask mask = i < 3 * OBJECTS ? blobs.near(object.mask(), 4) : blobs.next();
        found.add(Instance.detection(object.category(), random.nextDouble(), mask));
      }
      truths.add(Segmentations.of(new InstanceSegmentation(640, 480, objects)));
      detections.add(Segmentations.of(new InstanceSegmentation(640, 480, found)));
    }
  }

  @Benchmark
  public Evaluation evaluate() {
    List<Metric> metrics = List.of(Metric.named(metric).orElseThrow());
    Accumulator accumulator = Accumulators.create(labels, Convention.COCO, metrics);
    for (int i = 0; i < IMAGES; i++) {
      accumulator.add(i, truths.get(i % DIFFERENT), detections.get(i % DIFFERENT));
    }
    return accumulator.evaluate(new BootstrapSettings(0, 0));
  }
}
