package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.api.segmentation.SemanticSegmentation;
import io.github.segbench.formats.png.LabelPng;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One frame of a pixel-level evaluation on one thread: two label files of 2048x1024 pixels in
 * memory decoded, and their pairs of labels counted. {@code decode} is the first half of it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CityscapesPairBenchmark {
  private static final int WIDTH = 2048;
  private static final int HEIGHT = 1024;
  private static final int CLASSES = 19;

  private byte[] truth;
  private byte[] prediction;
  private Accumulator accumulator;
  private int image;

  @Setup
  public void encode() {
    truth = SegmentationFiles.labels(WIDTH, HEIGHT);
    prediction = SegmentationFiles.predictedLabels(WIDTH, HEIGHT);
  }

  @Setup(Level.Iteration)
  public void createAccumulator() {
    LabelSet labels =
        new LabelSet(
            "benchmark",
            IntStream.range(0, CLASSES)
                .mapToObj(id -> new Category(id, "class " + id, false, 0))
                .toList(),
            255);
    accumulator = Accumulators.create(labels, Convention.CITYSCAPES, List.of(Metric.IOU));
    image = 0;
  }

  @Benchmark
  public Accumulator score() {
    accumulator.add(image++, decoded(truth), decoded(prediction));
    return accumulator;
  }

  @Benchmark
  public List<Segmentations> decode() {
    return List.of(decoded(truth), decoded(prediction));
  }

  private static Segmentations decoded(byte[] file) {
    return Segmentations.of(new SemanticSegmentation(LabelPng.decode(file, "labels.png")));
  }
}
