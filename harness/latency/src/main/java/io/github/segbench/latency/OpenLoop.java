package io.github.segbench.latency;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Queries that arrive at times that were set before, whether the ones before are done or not.
 *
 * <p>A worker that is free takes the next query and waits for its arrival if that lies ahead. To
 * the queries this is a line in which the first is served first, and it needs no thread that hands
 * them out. A latency counts from the arrival that was set, so neither waiting in the line nor a
 * worker that wakes late is left out.
 */
final class OpenLoop {
  /** Until all workers stand ready. */
  private static final long LEAD_NANOS = 1_000_000;

  /** More than a thread that sleeps oversleeps; the rest is waited for awake. */
  private static final long AWAKE_NANOS = 100_000;

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double PERCENT = 99;

  private final Workers workers;
  private final ImageWork work;

  OpenLoop(Workers workers, ImageWork work) {
    this.workers = workers;
    this.work = work;
  }

  /**
   * Works on queries of one image each.
   *
   * @param arrivalNanos ascending, at least one
   * @return the latencies of all if their 99th percentile keeps the bound; empty as soon as so many
   *     are late that it cannot
   */
  Optional<QueryTimes> run(long[] arrivalNanos, long boundNanos) {
    int mayBeLate = QueryTimes.mayExceed(arrivalNanos.length, PERCENT);
    long[] nanos = new long[arrivalNanos.length];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger late = new AtomicInteger();
    long start = System.nanoTime() + LEAD_NANOS;
    workers.onEach(
        () -> {
          int query = next.getAndIncrement();
          while (query < arrivalNanos.length && late.get() <= mayBeLate) {
            long arrival = start + arrivalNanos[query];
            await(arrival);
            work.segment(query, 1);
            nanos[query] = System.nanoTime() - arrival;
            if (nanos[query] > boundNanos) {
              late.incrementAndGet();
            }
            query = next.getAndIncrement();
          }
        });
    return late.get() > mayBeLate
        ? Optional.empty()
        : Optional.of(new QueryTimes(nanos, (System.nanoTime() - start) / NANOS_PER_SECOND));
  }

  private static void await(long nanoTime) {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      if (left > AWAKE_NANOS) {
        LockSupport.parkNanos(left - AWAKE_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
