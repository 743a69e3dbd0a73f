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
  private final PhaseUnit unit;
  private final long before;
  private final long total;
  private final Clock clock;
  private final Instant started;
  private Instant lastLine;
  private long done;

  /**
   * @param before steps that are done already
   * @param total 0 if not known
   */
  PhaseLines(PrintWriter err, String phase, PhaseUnit unit, long before, long total, Clock clock) {
    this.err = err;
    this.phase = phase;
    this.unit = unit;
    this.before = before;
    this.total = total;
    this.clock = clock;
    this.started = clock.instant();
    this.lastLine = started;
  }

  @Override
  public synchronized void steps(long count) {
    done += count;
    Instant now = clock.instant();
    boolean isLast = total > 0 && before + done >= total;
    if (!isLast && Duration.between(lastLine, now).compareTo(INTERVAL) >= 0) {
      lastLine = now;
      double rate = rate(now);
      print(rate, total > 0 ? remaining(rate) : "");
    }
  }

  @Override
  public synchronized void close() {
    if (done > 0) {
      print(rate(clock.instant()), "");
    }
  }

  private String remaining(double rate) {
    return String.format(Locale.ROOT, ", %.0f s left", (total - before - done) / rate);
  }

  /** Steps a second. */
  private double rate(Instant now) {
    long nanos = Math.max(1, Duration.between(started, now).toNanos());
    return done * NANOS_PER_SECOND / nanos;
  }

  private void print(double rate, String remaining) {
    String name = unit.name();
    err.println(
        String.format(
            Locale.ROOT,
            "      %s: %s%s %s, %.1f %s/s%s",
            phase,
            unit.text(before + done),
            total > 0 ? " of " + unit.text(total) : "",
            name,
            rate / unit.steps(),
            name,
            remaining));
  }
}
