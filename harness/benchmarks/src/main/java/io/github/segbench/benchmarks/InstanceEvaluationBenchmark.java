package io.github.segbench.benchmarks;

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

/** Matching 300 images with 3,000 detections and the twelve COCO numbers of them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class InstanceEvaluationBenchmark {
  private static final BootstrapSettings NO_INTERVALS = new BootstrapSettings(0, 0);

  private InstanceScenes scenes;

  @Setup
  public void createScenes() {
    scenes = new InstanceScenes(300);
  }

  @Benchmark
  public Evaluation matchAndEvaluate() {
    return scenes.accumulate().evaluate(NO_INTERVALS);
  }
}
