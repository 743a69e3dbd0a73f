package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.metrics.instance.MaskIou;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** IoU of 100 detections and 100 objects in an image of 640x480; the time is that of one pair. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(MaskIouBenchmark.MASKS * MaskIouBenchmark.MASKS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MaskIouBenchmark {
  static final int MASKS = 100;

  /** Wavy discs with the detections near them, or masks of the case {@code coco_synthetic_200}. */
  @Param({"blobs", "case"})
  private String masks;

  private final List<Instance> truths = new ArrayList<>();
  private final List<Instance> detections = new ArrayList<>();
  private final MaskIou measure = new MaskIou();

  @Setup
  public void setUp() {
    if (masks.equals("case")) {
      List<List<Instance>> found = new CocoCase(1).ofLandscapes(MASKS);
      truths.addAll(found.get(0));
      detections.addAll(found.get(1));
      return;
    }
    Blobs blobs = new Blobs(640, 480, 5);
    for (int i = 0; i < MASKS; i++) {
      Instance truth = Instance.groundTruth(1, blobs.next());
      truths.add(truth);
      detections.add(Instance.detection(1, 0.5, blobs.near(truth.mask(), 8)));
    }
  }

  @Benchmark
  public double[][] between() {
    return measure.between(detections, truths);
  }
}
