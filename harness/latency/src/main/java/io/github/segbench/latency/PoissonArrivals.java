package io.github.segbench.latency;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Times at which the queries of many independent users arrive: a Poisson process, so the gaps are
 * distributed exponentially. The same seed gives the same gaps, scaled by the rate.
 */
final class PoissonArrivals {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long seed;

  PoissonArrivals(long seed) {
    this.seed = seed;
  }

  /**
   * The arrivals within a time, in nanoseconds since its start, ascending. If there is none, the
   * first one behind it.
   *
   * @param perSecond mean number of arrivals, positive
   */
  long[] within(Duration time, double perSecond) {
    Random random = new Random(seed);
    LongStream.Builder nanos = LongStream.builder();
    double seconds = gap(random) / perSecond;
    do {
      nanos.add((long) (seconds * NANOS_PER_SECOND));
      seconds += gap(random) / perSecond;
    } while (seconds * NANOS_PER_SECOND < time.toNanos());
    return nanos.build().toArray();
  }

  /** Exponentially distributed with mean 1, by inversion: {@code -ln(1 - u)}. */
  private static double gap(Random random) {
    return -Math.log1p(-random.nextDouble());
  }
}
