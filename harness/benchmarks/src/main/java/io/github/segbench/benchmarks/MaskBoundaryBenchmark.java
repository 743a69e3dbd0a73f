package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.Mask;
import io.github.segbench.metrics.boundary.MaskBoundary;
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

/** The boundary of one mask, from runs to runs, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MaskBoundaryBenchmark {
  @Param({"640x480", "2048x1024"})
  private String size;

  @Param({"blob", "full", "noise"})
  private String kind;

  private final MaskBoundary boundary = new MaskBoundary();
  private Mask mask;

  @Setup
  public void setUp() {
    int cross = size.indexOf('x');
    int width = Integer.parseInt(size.substring(0, cross));
    int height = Integer.parseInt(size.substring(cross + 1));
    Blobs blobs = new Blobs(width, height, 7);
    mask =
        switch (kind) {
          case "blob" -> blobs.central();
          case "full" -> Mask.ofCounts(width, height, new int[] {0, width * height});
          case "noise" -> blobs.noise();
          default -> throw new IllegalArgumentException(kind);
        };
  }

  @Benchmark
  public Mask boundary() {
    return boundary.of(mask);
  }
}
