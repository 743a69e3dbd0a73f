package io.github.segbench.benchmarks;

import io.github.segbench.api.segmentation.CocoRle;
import io.github.segbench.api.segmentation.Mask;
import java.util.List;
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

/** One mask of 640x480 pixels to and from bitmaps and strings, on one thread. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MaskBenchmark {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  @Param({"blob", "noise"})
  private String kind;

  private Mask mask;
  private Mask other;
  private byte[] columns;
  private boolean[] rows;
  private String text;
  private int[] counts;

  @Setup
  public void setUp() {
    Blobs blobs = new Blobs(WIDTH, HEIGHT, 3);
    mask = kind.equals("noise") ? blobs.noise() : blobs.central();
    other = kind.equals("noise") ? blobs.noise() : blobs.near(mask, 20);
    columns = mask.toColumns();
    rows = mask.toBitmap();
    text = CocoRle.encode(mask);
    counts = mask.counts();
  }

  @Benchmark
  public Mask encodeColumns() {
    return Mask.ofColumns(WIDTH, HEIGHT, columns);
  }

  @Benchmark
  public Mask encodeRows() {
    return Mask.ofBitmap(WIDTH, HEIGHT, rows);
  }

  @Benchmark
  public byte[] decodeColumns() {
    return mask.toColumns();
  }

  @Benchmark
  public boolean[] decodeRows() {
    return mask.toBitmap();
  }

  @Benchmark
  public Mask fromCounts() {
    return Mask.ofCounts(WIDTH, HEIGHT, counts);
  }

  @Benchmark
  public Mask fromText() {
    return CocoRle.decode(WIDTH, HEIGHT, text);
  }

  @Benchmark
  public String toText() {
    return CocoRle.encode(mask);
  }

  @Benchmark
  public Mask union() {
    return Mask.union(List.of(mask, other));
  }

  @Benchmark
  public long intersectionArea() {
    return mask.intersectionArea(other);
  }
}
