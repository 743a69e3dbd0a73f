package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.formats.cityscapes.CityscapesGroundTruth;
import io.github.segbench.formats.png.LabelPng;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Reading the ground truth of one frame of 2048x1024 pixels with 60 cars. {@code decode} is the
 * part of the PNG decoder alone; what a task takes beyond its files is the work of finding segments
 * or masks.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CityscapesGroundTruthBenchmark {
  private static final int WIDTH = 2048;
  private static final int HEIGHT = 1024;
  private static final String FRAME = "ulm_000001_000019";

  /** Two files for instance, one for the others. */
  @Param({"SEMANTIC", "INSTANCE", "PANOPTIC"})
  public SegmentationTask task;

  private Path folder;
  private Path instanceFile;
  private CityscapesGroundTruth stored;

  @Setup
  public void writeFrame() throws IOException {
    short[] instances = new short[WIDTH * HEIGHT];
    for (int i = 0; i < instances.length; i++) {
      instances[i] = (short) (i / WIDTH < 400 ? 23 : 7);
    }
    Random random = new Random(1);
    for (int car = 0; car < 60; car++) {
      int radius = 5 + random.nextInt(100);
      int centreX = random.nextInt(WIDTH);
      int centreY = random.nextInt(HEIGHT);
      for (int i = 0; i < instances.length; i++) {
        int x = i % WIDTH - centreX;
        int y = i / WIDTH - centreY;
        if (x * x + y * y < radius * radius) {
          instances[i] = (short) (26_000 + car);
        }
      }
    }
    short[] labels = new short[instances.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (short) (instances[i] < 1000 ? instances[i] : instances[i] / 1000);
    }
    folder = Files.createTempDirectory("cityscapes");
    instanceFile = write("instanceIds", instances);
    write("labelIds", labels);
    stored = CityscapesGroundTruth.open(folder, Set.of(task));
  }

  private Path write(String kind, short[] ids) throws IOException {
    Path file = folder.resolve(FRAME + "_gtFine_" + kind + ".png");
    return Files.write(file, LabelPng.encode(new LabelMap(WIDTH, HEIGHT, ids)));
  }

  @TearDown
  public void deleteFrame() throws IOException {
    Files.delete(instanceFile);
    Files.delete(folder.resolve(FRAME + "_gtFine_labelIds.png"));
    Files.delete(folder);
  }

  @Benchmark
  public Segmentations read() {
    return stored.read(FRAME).orElseThrow();
  }

  @Benchmark
  public LabelMap decode() {
    return LabelPng.read(instanceFile);
  }
}
