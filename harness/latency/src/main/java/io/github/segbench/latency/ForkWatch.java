package io.github.segbench.latency;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Ends the processes that this one starts while it is watched, if that goes on for too long. For
 * JMH, which interrupts a fork that is late, but waits forever for one that does not heed it.
 */
final class ForkWatch implements AutoCloseable {
  private static final long AGAIN_MILLIS = 1000;

  private final Set<ProcessHandle> before =
      ProcessHandle.current().children().collect(Collectors.toSet());
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "fork watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean late;

  private ForkWatch() {}

  static ForkWatch start(Duration limit) {
    ForkWatch watch = new ForkWatch();
    // Again and again: the next of several forks may just be about to start.
    ScheduledFuture<?> unused =
        watch.timer.scheduleWithFixedDelay(
            watch::end, limit.toMillis(), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
    return watch;
  }

  private void end() {
    late = true;
    ProcessHandle.current()
        .children()
        .filter(child -> !before.contains(child))
        .forEach(child -> new ProcessTree(child).kill());
  }

  /** Whether the time ran out. */
  boolean isLate() {
    return late;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
