package io.github.segbench.benchmarks;

import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Evaluation;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * The twelve COCO numbers of 5,000 images with 43,500 objects and 261,025 detections on one thread:
 * matching, evaluation, and evaluation with 2,000 resamples. Single shots: the first is the cold
 * one that a process pays which scores once.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 6)
@Fork(value = 1, jvmArgsAppend = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
public class CocoScaleBenchmark {
  private static final BootstrapSettings NO_INTERVALS = new BootstrapSettings(0, 0);

  /** Matching in every shot; its accumulator. */
  @State(Scope.Thread)
  public static class Scenes {
    private CocoCase images;

    @Setup
    public void read() {
      images = new CocoCase(25);
    }
  }

  /** Images that have been matched. */
  @State(Scope.Thread)
  public static class Matched {
    private Accumulator accumulator;

    @Setup
    public void match() {
      accumulator = new CocoCase(25).accumulate();
    }
  }

  @Benchmark
  public Accumulator match(Scenes scenes) {
    return scenes.images.accumulate();
  }

  @Benchmark
  public Evaluation evaluate(Matched matched) {
    return matched.accumulator.evaluate(NO_INTERVALS);
  }

  @Benchmark
  public Evaluation evaluateWithIntervals(Matched matched) {
    return matched.accumulator.evaluate(BootstrapSettings.DEFAULT);
  }
}
