package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.LabelMap;
import io.github.segbench.formats.png.LabelPng;
import io.github.segbench.formats.png.LabelPngDecoder;
import io.github.segbench.formats.png.PanopticPng;
import io.github.segbench.formats.png.SegmentIdMap;
import java.awt.image.BufferedImage;
import java.io.IOException;
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
 * One label file of 2048x1024 and one panoptic file of 640x480 decoded, by us and by ImageIO, whose
 * time has no conversion to ids in it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PngBenchmark {
  private final LabelPngDecoder decoder = new LabelPngDecoder();
  private byte[] labels;
  private byte[] panoptic;

  @Setup
  public void encode() {
    labels = SegmentationFiles.labels(2048, 1024);
    panoptic = SegmentationFiles.panoptic(640, 480);
  }

  @Benchmark
  public LabelMap labels() {
    return LabelPng.decode(labels, "labels.png");
  }

  /** Without a new array for each map. */
  @Benchmark
  public LabelMap labelsIntoOneArray() {
    return decoder.decode(labels, "labels.png");
  }

  @Benchmark
  public BufferedImage labelsByImageIo() throws IOException {
    return SegmentationFiles.imageIo(labels);
  }

  @Benchmark
  public SegmentIdMap panoptic() {
    return PanopticPng.decode(panoptic, "panoptic.png");
  }

  @Benchmark
  public BufferedImage panopticByImageIo() throws IOException {
    return SegmentationFiles.imageIo(panoptic);
  }
}
