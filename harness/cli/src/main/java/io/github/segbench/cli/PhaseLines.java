package io.github.segbench.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A phase as a plain line every few seconds, for logs. */
final class PhaseLines implements PhaseMeter {
  private static final Duration INTERVAL = Duration.ofSeconds(10);
  private static final double NANOS_PER_SECOND = 1e9;

  private final PrintWriter err;
  private final String phase;
  private final int total;
  private final Clock clock;
  private final Instant started;
  private Instant lastLine;
  private int done;

  PhaseLines(PrintWriter err, String phase, int total, Clock clock) {
    this.err = err;
    this.phase = phase;
    this.total = total;
    this.clock = clock;
    this.started = clock.instant();
    this.lastLine = started;
  }

  @Override
  public synchronized void step() {
    done++;
    Instant now = clock.instant();
    if (done < total && Duration.between(lastLine, now).compareTo(INTERVAL) >= 0) {
      lastLine = now;
      double rate = rate(now);
      print(rate, String.format(Locale.ROOT, ", %.0f s left", (total - done) / rate));
    }
  }

  @Override
  public synchronized void close() {
    if (done > 0) {
      print(rate(clock.instant()), "");
    }
  }

  private double rate(Instant now) {
    long nanos = Math.max(1, Duration.between(started, now).toNanos());
    return done * NANOS_PER_SECOND / nanos;
  }

  private void print(double rate, String remaining) {
    err.println(
        String.format(
            Locale.ROOT,
            "      %s: %d of %d images, %.1f images/s%s",
            phase,
            done,
            total,
            rate,
            remaining));
  }
}
