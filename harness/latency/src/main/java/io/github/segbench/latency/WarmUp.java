package io.github.segbench.latency;

import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.util.SampleBuffer;

/**
 * Calls a workload, window by window, until its times have settled or time is up.
 *
 * <p>A window goes through all images at least once: images differ in their times, and windows are
 * to be compared.
 */
final class WarmUp {
  private final WarmUpRule rule;
  private final LongSupplier nanoClock;

  /**
   * @param nanoClock such as {@link System#nanoTime()}
   */
  WarmUp(WarmUpRule rule, LongSupplier nanoClock) {
    this.rule = rule;
    this.nanoClock = nanoClock;
  }

  /**
   * @param images number of different images
   * @param threads that call at the same time, as many as will be timed
   * @return null if no warm-up is asked for
   */
  @Nullable Warmup run(Workload workload, int images, int threads, Blackhole sink) {
    if (rule.leastWindows() == 0) {
      return null;
    }
    SteadyState state = new SteadyState();
    Calls calls = new Calls(workload, images, sink);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long start = nanoClock.getAsLong();
      long elapsed = 0;
      for (int windows = 0; goesOn(windows, elapsed, state); windows++) {
        state.add(medianOfWindow(calls, pool, threads));
        elapsed = nanoClock.getAsLong() - start;
      }
      return new Warmup(elapsed / (double) TimeUnit.SECONDS.toNanos(1), state.isReached());
    } finally {
      pool.shutdownNow();
    }
  }

  private boolean goesOn(int windows, long elapsedNanos, SteadyState state) {
    return elapsedNanos < rule.mostNanos() && (windows < rule.leastWindows() || !state.isReached());
  }

  /** Nanoseconds. */
  private double medianOfWindow(Calls calls, ExecutorService pool, int threads) {
    calls.startWindow(nanoClock.getAsLong() + rule.window().toNanos());
    List<Future<SampleBuffer>> parts = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      parts.add(pool.submit(calls::untilWindowEnds));
    }
    SampleBuffer times = new SampleBuffer();
    for (Future<SampleBuffer> part : parts) {
      times.addAll(resultOf(part));
    }
    return times.getStatistics(1).getPercentile(50);
  }

  private static SampleBuffer resultOf(Future<SampleBuffer> part) {
    try {
      return part.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted in the warm-up");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("the warm-up broke: " + e.getCause(), e);
    }
  }

  /** The calls of all threads, which take the images in turn. */
  private final class Calls {
    private final Workload workload;
    private final int images;
    private final Blackhole sink;
    private final AtomicInteger next = new AtomicInteger();
    private volatile long windowEnd;
    private volatile int passEnd;

    Calls(Workload workload, int images, Blackhole sink) {
      this.workload = workload;
      this.images = images;
      this.sink = sink;
    }

    void startWindow(long endNanos) {
      windowEnd = endNanos;
      passEnd = next.get() + images;
    }

    /** What one thread does; at least one call. */
    SampleBuffer untilWindowEnds() {
      SampleBuffer times = new SampleBuffer();
      long now = nanoClock.getAsLong();
      do {
        long start = now;
        workload.run(next.getAndIncrement(), sink);
        now = nanoClock.getAsLong();
        times.add(now - start);
      } while (now - windowEnd < 0 || next.get() < passEnd);
      return times;
    }
  }
}
