package io.github.segbench.engine.parallel;

import io.github.segbench.api.SegbenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A loop over images that several threads share: each takes one image all the way before it takes
 * the next, so there are never more images in memory than threads, and collects into a part of its
 * own; the parts are merged at the end. Runs once.
 *
 * @param <T> what a thread collects; merging must not depend on who saw which image
 */
public final class ImageLoop<T> {
  private final Supplier<T> emptyPart;
  private final Work<T> work;
  private final BiConsumer<T, T> merge;
  private final AtomicInteger next = new AtomicInteger();

  /** Images from here on are left alone: the number of images, or the first that failed. */
  private volatile int end;

  private @Nullable SegbenchException failure;

  /**
   * What is done with one image.
   *
   * @param <T> what a thread collects
   */
  @FunctionalInterface
  public interface Work<T> {
    /**
     * @throws SegbenchException if the image cannot be worked on; ends the loop
     */
    void accept(int image, T part);
  }

  /**
   * @param emptyPart called once for each thread and once for the whole
   * @param work called by any of the threads
   * @param merge takes over the second part into the first
   */
  public ImageLoop(Supplier<T> emptyPart, Work<T> work, BiConsumer<T, T> merge) {
    this.emptyPart = emptyPart;
    this.work = work;
    this.merge = merge;
  }

  /**
   * Returns when no thread works any more, however it ends.
   *
   * @param images their number; the work is given positions from 0
   * @param threads at least 1
   * @param name of the threads
   * @return the merged parts
   * @throws SegbenchException of the first image, in their order, that failed
   * @throws CancellationException if the calling thread is interrupted; it stays so
   */
  public T run(int images, int threads, String name) {
    end = images;
    AtomicInteger number = new AtomicInteger();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads, task -> new Thread(task, name + "-" + number.incrementAndGet()));
    try {
      List<Future<T>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        parts.add(pool.submit(this::takeImages));
      }
      T total = emptyPart.get();
      for (Future<T> part : parts) {
        merge.accept(total, part.get());
      }
      rethrowFailure();
      return total;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } catch (ExecutionException e) {
      throw new IllegalStateException("thread " + name + " broke: " + e.getMessage(), e.getCause());
    } finally {
      end = 0;
      pool.shutdownNow();
      awaitEnd(pool);
    }
  }

  /** What one thread does. */
  private T takeImages() {
    T part = emptyPart.get();
    for (int i = next.getAndIncrement(); i < end; i = next.getAndIncrement()) {
      try {
        work.accept(i, part);
      } catch (SegbenchException e) {
        stopBefore(i, e);
      }
    }
    return part;
  }

  /**
   * Images before this one are still worked on, because other threads have taken them: so it is
   * always the first image that fails which is reported.
   */
  private synchronized void stopBefore(int image, SegbenchException thrown) {
    if (image < end) {
      end = image;
      failure = thrown;
    }
  }

  private synchronized void rethrowFailure() {
    if (failure != null) {
      throw failure;
    }
  }

  /** What the work uses must not be closed under a thread that is in it. */
  private static void awaitEnd(ExecutorService pool) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = pool.awaitTermination(1, TimeUnit.HOURS);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
