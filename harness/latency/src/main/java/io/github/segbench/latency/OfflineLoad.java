package io.github.segbench.latency;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What workers got through when all images were there from the start.
 *
 * @param seconds from the start until the last worker was done
 */
record OfflineLoad(long images, double seconds) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Begins batches until the time is over; one for each worker at least. */
  static OfflineLoad run(Duration time, int batch, Workers workers, ImageWork work) {
    AtomicLong next = new AtomicLong();
    long start = System.nanoTime();
    workers.onEach(
        () -> {
          do {
            work.segment(next.getAndAdd(batch), batch);
          } while (System.nanoTime() - start < time.toNanos());
        });
    return new OfflineLoad(next.get(), (System.nanoTime() - start) / NANOS_PER_SECOND);
  }

  double imagesPerSecond() {
    return images / seconds;
  }
}
