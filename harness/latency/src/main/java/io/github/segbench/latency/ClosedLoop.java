package io.github.segbench.latency;

import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** Queries one after the other, each as soon as the one before is done. */
final class ClosedLoop {
  private static final double NANOS_PER_SECOND = 1e9;

  private ClosedLoop() {}

  /**
   * Starts queries until the time is over; one at least.
   *
   * @param query is told its number, from 0
   */
  static QueryTimes run(Duration time, LongConsumer query) {
    LongStream.Builder nanos = LongStream.builder();
    long start = System.nanoTime();
    long before = start;
    long number = 0;
    do {
      query.accept(number++);
      long after = System.nanoTime();
      nanos.add(after - before);
      before = after;
    } while (before - start < time.toNanos());
    return new QueryTimes(nanos.build().toArray(), (before - start) / NANOS_PER_SECOND);
  }
}
