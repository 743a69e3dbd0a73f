package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.Instance;
import io.github.segbench.api.segmentation.InstanceSegmentation;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.api.segmentation.PanopticSegmentation;
import io.github.segbench.models.panoptic.HeuristicMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * Overlapping discs and a label map of 54 stuff classes in vertical strips, joined to one panoptic
 * map of 1333x800 pixels, on one thread.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HeuristicMergeBenchmark {
  private static final int WIDTH = 1333;
  private static final int HEIGHT = 800;
  private static final int STUFF = 54;
  private static final int THINGS = 80;
  private static final LabelSet LABELS =
      new LabelSet(
          "benchmark",
          IntStream.range(0, STUFF + THINGS)
              .mapToObj(id -> new Category(id, "class " + id, id >= STUFF, 0))
              .toList(),
          LabelSet.NO_IGNORE);

  /** Detections, of which each tenth scores too little. */
  @Param({"10", "100"})
  public int detections;

  private final HeuristicMerge merge = new HeuristicMerge(0.5, 0.5, 4096);
  private LabelMap semantic;
  private InstanceSegmentation instances;

  @Setup
  public void draw() {
    short[] labels = new short[WIDTH * HEIGHT];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (short) (i % WIDTH * STUFF / WIDTH);
    }
    semantic = new LabelMap(WIDTH, HEIGHT, labels);
    Random random = new Random(3);
    List<Instance> found = new ArrayList<>();
    for (int i = 0; i < detections; i++) {
      double score = i % 10 == 0 ? 0.4 : 0.5 + random.nextDouble() / 2;
      found.add(Instance.detection(STUFF + random.nextInt(THINGS), score, disc(random)));
    }
    instances = new InstanceSegmentation(WIDTH, HEIGHT, found);
  }

  private static Mask disc(Random random) {
    int radius = 10 + random.nextInt(150);
    int centreX = random.nextInt(WIDTH);
    int centreY = random.nextInt(HEIGHT);
    boolean[] bitmap = new boolean[WIDTH * HEIGHT];
    for (int y = Math.max(0, centreY - radius); y < Math.min(HEIGHT, centreY + radius); y++) {
      for (int x = Math.max(0, centreX - radius); x < Math.min(WIDTH, centreX + radius); x++) {
        bitmap[y * WIDTH + x] = Math.hypot(x - centreX, y - centreY) < radius;
      }
    }
    // Every disc has its centre, even one in a corner.
    bitmap[centreY * WIDTH + centreX] = true;
    return Mask.ofBitmap(WIDTH, HEIGHT, bitmap);
  }

  @Benchmark
  public PanopticSegmentation merge() {
    return merge.merge(semantic, instances, LABELS);
  }
}
