package io.github.segbench.engine.result;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One timing of one stage.
 *
 * @param batch images a run of the network
 * @param score mean, in the mode's unit
 * @param error half width of the 99.9% confidence interval of the mean; null with too few samples
 * @param percentiles of a sampled or single-shot timing; null for throughput
 * @param samples number of timed calls (sampled), iterations (throughput) or processes (single
 *     shot)
 * @param histogram of a sampled timing, by ascending value; empty for the others
 * @param warmup before it; null if there was none, and in older files
 */
public record LatencyDistribution(
    LatencyStage stage,
    LatencyMode mode,
    int threads,
    int batch,
    double score,
    @Nullable Double error,
    @Nullable Percentiles percentiles,
    long samples,
    List<Bucket> histogram,
    @Nullable Warmup warmup) {
  /** Milliseconds. */
  public record Percentiles(
      double p50, double p90, double p95, double p99, double p999, double min, double max) {}

  /** So many calls took about so many milliseconds. */
  public record Bucket(double millis, long count) {}

  /**
   * Calls before the first that was measured.
   *
   * @param seconds of the fork that took longest
   * @param settled whether the times of the last windows agreed in every fork
   */
  public record Warmup(double seconds, boolean settled) {}

  /** A timing without a word on its warm-up. */
  public LatencyDistribution(
      LatencyStage stage,
      LatencyMode mode,
      int threads,
      int batch,
      double score,
      @Nullable Double error,
      @Nullable Percentiles percentiles,
      long samples,
      List<Bucket> histogram) {
    this(stage, mode, threads, batch, score, error, percentiles, samples, histogram, null);
  }

  public LatencyDistribution {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(mode, "mode");
    histogram = List.copyOf(histogram);
  }
}
