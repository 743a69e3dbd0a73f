package io.github.segbench.latency;

import io.github.segbench.engine.run.LatencyException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that work on queries at the same time. */
final class Workers implements AutoCloseable {
  private final int threads;
  private final ExecutorService pool;

  /**
   * @param threads at least 1
   */
  Workers(int threads) {
    this.threads = threads;
    this.pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "scenario");
              thread.setDaemon(true);
              return thread;
            });
  }

  int threads() {
    return threads;
  }

  /** Does the same on every thread, and waits for all. */
  void onEach(Runnable task) {
    all(Collections.nCopies(threads, task));
  }

  /**
   * Shares tasks out among the threads, and waits for all.
   *
   * @throws RuntimeException that a task threw
   */
  void all(List<Runnable> tasks) {
    try {
      for (Future<Object> future :
          pool.invokeAll(tasks.stream().map(Executors::callable).toList())) {
        future.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while queries were worked on");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new LatencyException(String.valueOf(e.getCause()), e);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
