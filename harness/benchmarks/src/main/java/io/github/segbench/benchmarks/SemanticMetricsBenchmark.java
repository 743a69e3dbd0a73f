package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Scoring one pair of decoded maps of 2048x1024 pixels and 19 classes, for each family of metrics.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SemanticMetricsBenchmark {
  private static final int CLASSES = 19;

  /** The defaults of Cityscapes are IoU and iIoU of classes and categories. */
  @Param({"standard", "cityscapes", "boundaryIoU", "bfScore", "trimapIoU@5", "recallSmall"})
  public String family;

  private final LabelScenes scenes = new LabelScenes(CLASSES);
  private Segmentations truth;
  private Segmentations prediction;
  private Accumulator accumulator;
  private int image;

  @Setup
  public void createMaps() {
    truth = scenes.discs(0);
    prediction = scenes.discs(3);
  }

  @Setup(Level.Iteration)
  public void createAccumulator() {
    Convention convention = Convention.named(family).orElse(Convention.STANDARD);
    Collection<Metric> metrics =
        Metric.named(family).map(List::of).orElse(Metric.defaults(convention.task()));
    accumulator = Accumulators.create(scenes.labels(), convention, metrics);
    image = 0;
  }

  @Benchmark
  public Accumulator add() {
    accumulator.add(image++, truth, prediction);
    return accumulator;
  }
}
