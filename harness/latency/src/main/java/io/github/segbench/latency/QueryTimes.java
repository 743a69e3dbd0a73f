package io.github.segbench.latency;

import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import java.util.Arrays;

/**
 * How long each of some queries took. A percentile is the smallest latency that so many per cent of
 * the queries keep (nearest rank, no interpolation), as with MLPerf: of fewer than 100 queries, p99
 * is the maximum.
 */
final class QueryTimes {
  private static final double NANOS_PER_MILLI = 1e6;

  /** 41,000 x 99.9 / 100 is a little more than 40,959 in floating point. */
  private static final double ROUNDING = 1e-6;

  private final long[] sortedNanos;
  private final double seconds;

  /**
   * @param nanos one latency a query, at least one
   * @param seconds from the first query's start to the last one's end
   */
  QueryTimes(long[] nanos, double seconds) {
    if (nanos.length == 0) {
      throw new IllegalArgumentException("no queries");
    }
    this.sortedNanos = nanos.clone();
    this.seconds = seconds;
    Arrays.sort(sortedNanos);
  }

  /** How many of some queries may take longer than a bound that their percentile keeps. */
  static int mayExceed(int queries, double percent) {
    return queries - rank(queries, percent);
  }

  int count() {
    return sortedNanos.length;
  }

  double seconds() {
    return seconds;
  }

  long nanos(double percent) {
    return sortedNanos[rank(sortedNanos.length, percent) - 1];
  }

  Percentiles percentiles() {
    return new Percentiles(
        millis(50), millis(90), millis(95), millis(99), millis(99.9), millis(0), millis(100));
  }

  private double millis(double percent) {
    return nanos(percent) / NANOS_PER_MILLI;
  }

  /** From 1. */
  private static int rank(int queries, double percent) {
    return Math.max(1, (int) Math.ceil(queries * percent / 100 - ROUNDING));
  }
}
