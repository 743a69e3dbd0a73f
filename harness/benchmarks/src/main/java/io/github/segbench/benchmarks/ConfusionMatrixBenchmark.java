package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.semantic.ConfusionMatrix;
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

/** Counting one pair of label maps of 2048x1024 pixels. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ConfusionMatrixBenchmark {
  /** Overlapping discs with borders that the prediction misses by some pixels, or random labels. */
  @Param({"discs", "noise"})
  public String content;

  /** As many as Cityscapes has, and more than a table of all pairs can hold. */
  @Param({"19", "5000"})
  public int classes;

  /** Whether the maps lie in bytes or in shorts; more than 255 classes have no bytes. */
  @Param({"bytes", "shorts"})
  public String array;

  private LabelMap truth;
  private LabelMap prediction;
  private ConfusionMatrix matrix;

  @Setup
  public void createMaps() {
    LabelScenes scenes = new LabelScenes(classes);
    boolean discs = content.equals("discs");
    truth = labels(discs ? scenes.discs(0) : scenes.noise(1));
    prediction = labels(discs ? scenes.discs(3) : scenes.noise(2));
    matrix = new ConfusionMatrix(scenes.labels());
  }

  private LabelMap labels(Segmentations segmentations) {
    LabelMap map = segmentations.semantic().orElseThrow().labels();
    return array.equals("bytes") && classes <= 255 ? LabelScenes.inBytes(map) : map;
  }

  @Benchmark
  public ConfusionMatrix count() {
    matrix.add(truth, prediction);
    return matrix;
  }
}
