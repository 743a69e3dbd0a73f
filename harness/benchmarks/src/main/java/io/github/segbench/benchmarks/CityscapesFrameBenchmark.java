package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.cityscapes.CityscapesGroundTruth;
import io.github.segbench.formats.cityscapes.CityscapesLabels;
import io.github.segbench.formats.cityscapes.CityscapesPredictions;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.Convention;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
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
 * Cityscapes' pixel-level evaluation of one frame of 2048x1024 pixels from its files to its counts,
 * and the parts of that. With instance scores ({@code cityscapes}) it takes three files, without
 * ({@code standard}) two. The frames are the six of the case {@code cityscapes_synthetic_6} in
 * turn; the folder of the cases is {@code -Dsegbench.shared}, by default {@code ../shared}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CityscapesFrameBenchmark {
  @Param({"CITYSCAPES", "STANDARD"})
  public Convention convention;

  private final List<Segmentations> truths = new ArrayList<>();
  private final List<Segmentations> predictions = new ArrayList<>();
  private CityscapesGroundTruth truthFiles;
  private CityscapesPredictions predictionFiles;
  private List<String> frames;
  private Accumulator accumulator;
  private int image;

  @Setup
  public void openFiles() {
    Path folder =
        Path.of(
            System.getProperty("segbench.shared", "../shared"), "cases", "cityscapes_synthetic_6");
    EnumSet<SegmentationTask> tasks = EnumSet.of(SegmentationTask.SEMANTIC);
    if (convention == Convention.CITYSCAPES) {
      tasks.add(SegmentationTask.PANOPTIC);
    }
    truthFiles = CityscapesGroundTruth.open(folder.resolve("gtFine"), tasks);
    predictionFiles = CityscapesPredictions.open(folder.resolve("results"));
    frames = truthFiles.images();
    for (int i = 0; i < frames.size(); i++) {
      truths.add(truthFiles.read(frames.get(i)).orElseThrow());
      predictions.add(predictionFiles.read(frames.get(i)).orElseThrow());
    }
  }

  @Setup(Level.Iteration)
  public void createAccumulator() {
    accumulator = Accumulators.create(CityscapesLabels.evaluated(), convention);
    image = 0;
  }

  private int next() {
    return image++ % frames.size();
  }

  @Benchmark
  public Segmentations readTruth() {
    return truthFiles.read(frames.get(next())).orElseThrow();
  }

  @Benchmark
  public Segmentations readPrediction() {
    return predictionFiles.read(frames.get(next())).orElseThrow();
  }

  /** What has been read is counted. */
  @Benchmark
  public Accumulator count() {
    int frame = next();
    accumulator.add(image, truths.get(frame), predictions.get(frame));
    return accumulator;
  }

  @Benchmark
  public Accumulator whole() {
    String frame = frames.get(next());
    Segmentations truth = truthFiles.read(frame).orElseThrow();
    Segmentations prediction = predictionFiles.read(frame).orElseThrow();
    accumulator.add(image, truth, prediction);
    return accumulator;
  }
}
