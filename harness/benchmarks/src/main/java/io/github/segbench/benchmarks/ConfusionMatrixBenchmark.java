package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.metrics.semantic.ConfusionMatrix;
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

/** Counting one pair of label maps of 2048x1024 pixels and 19 classes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ConfusionMatrixBenchmark {
  private static final int WIDTH = 2048;
  private static final int HEIGHT = 1024;
  private static final int CLASSES = 19;
  private static final int VOID = 255;

  /** Overlapping discs with borders that the prediction misses by some pixels, or random labels. */
  @Param({"discs", "noise"})
  public String content;

  private LabelMap truth;
  private LabelMap prediction;
  private ConfusionMatrix matrix;

  @Setup
  public void createMaps() {
    matrix =
        new ConfusionMatrix(
            new LabelSet(
                "benchmark",
                IntStream.range(0, CLASSES)
                    .mapToObj(id -> new Category(id, "class " + id, false, 0))
                    .toList(),
                VOID));
    boolean discs = content.equals("discs");
    truth = discs ? discs(0) : noise(1);
    prediction = discs ? discs(3) : noise(2);
  }

  /**
   * @param shift pixels that the discs are moved by
   */
  private static LabelMap discs(int shift) {
    Random random = new Random(5);
    short[] labels = new short[WIDTH * HEIGHT];
    for (int disc = 0; disc < 120; disc++) {
      int radius = 10 + random.nextInt(disc < 20 ? 400 : 80);
      int centreX = random.nextInt(WIDTH) + shift;
      int centreY = random.nextInt(HEIGHT) - shift;
      short id = (short) (random.nextInt(15) == 0 ? VOID : random.nextInt(CLASSES));
      for (int y = Math.max(0, centreY - radius); y < Math.min(HEIGHT, centreY + radius); y++) {
        for (int x = Math.max(0, centreX - radius); x < Math.min(WIDTH, centreX + radius); x++) {
          int dx = x - centreX;
          int dy = y - centreY;
          if (dx * dx + dy * dy < radius * radius) {
            labels[y * WIDTH + x] = id;
          }
        }
      }
    }
    return new LabelMap(WIDTH, HEIGHT, labels);
  }

  private static LabelMap noise(int seed) {
    Random random = new Random(seed);
    short[] labels = new short[WIDTH * HEIGHT];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (short) random.nextInt(CLASSES);
    }
    return new LabelMap(WIDTH, HEIGHT, labels);
  }

  @Benchmark
  public ConfusionMatrix count() {
    matrix.add(truth, prediction);
    return matrix;
  }
}
