package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.models.instance.Box;
import io.github.segbench.models.instance.PasteRule;
import io.github.segbench.models.instance.RoiMaskPaster;
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

/** One RoI mask of 28x28, a noisy disc, pasted into an image of 1333x800, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RoiMaskPasterBenchmark {
  private static final int SIZE = 28;
  private static final int WIDTH = 1333;
  private static final int HEIGHT = 800;

  /** The side of the box, in pixels. */
  @Param({"50", "400"})
  private int side;

  @Param private PasteRule rule;

  private float[] samples;
  private Box box;
  private RoiMaskPaster paster;

  @Setup
  public void setUp() {
    Random random = new Random(1);
    samples = new float[SIZE * SIZE];
    for (int i = 0; i < samples.length; i++) {
      int row = i / SIZE;
      int column = i % SIZE;
      double distance = Math.hypot(column - SIZE / 2.0, row - SIZE / 2.0);
      samples[i] = (float) (1 / (1 + Math.exp(distance - 10)) + random.nextGaussian() * 0.02);
    }
    box = new Box(100.3f, 200.7f, 100.3f + side, 200.7f + side);
    paster = new RoiMaskPaster(rule, 0.5);
  }

  @Benchmark
  public Mask paste() {
    return paster.paste(samples, SIZE, box, WIDTH, HEIGHT);
  }
}
