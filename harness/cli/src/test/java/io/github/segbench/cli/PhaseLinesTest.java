package io.github.segbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class PhaseLinesTest {
  private final StringWriter err = new StringWriter();
  private final StoppedClock clock = new StoppedClock();

  @Test
  void logIsToldRateAndRemainingTimeEveryTenSeconds() {
    PhaseLines lines =
        new PhaseLines(new PrintWriter(err), "accuracy", PhaseUnit.IMAGES, 0, 100, clock);
    for (int i = 0; i < 21; i++) {
      clock.now = clock.now.plusSeconds(1);
      lines.step();
    }
    lines.close();

    // One image a second; 90 and 80 of them are left after 10 and 20 seconds.
    assertThat(err.toString().lines())
        .containsExactly(
            "      accuracy: 10 of 100 images, 1.0 images/s, 90 s left",
            "      accuracy: 20 of 100 images, 1.0 images/s, 80 s left",
            "      accuracy: 21 of 100 images, 1.0 images/s");
  }

  @Test
  void numbersHaveAPointWhateverTheLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      PhaseLines lines =
          new PhaseLines(new PrintWriter(err), "export", PhaseUnit.IMAGES, 0, 1, clock);
      clock.now = clock.now.plus(Duration.ofMillis(400));
      lines.step();
      lines.close();
    } finally {
      Locale.setDefault(before);
    }

    assertThat(err)
        .hasToString("      export: 1 of 1 images, 2.5 images/s" + System.lineSeparator());
  }

  @Test
  void bytesAreToldInMegabytesAndTheRestOfADownloadAtItsOwnRate() {
    PhaseLines lines =
        new PhaseLines(
            new PrintWriter(err),
            "download a.zip",
            PhaseUnit.MEGABYTES,
            60_000_000,
            100_000_000,
            clock);
    clock.now = clock.now.plusSeconds(10);
    lines.steps(5_000_000);
    clock.now = clock.now.plusSeconds(10);
    lines.steps(35_000_000);
    lines.close();

    // 5 MB in 10 s leave 35 MB for 70 s; 40 MB in 20 s are 2 MB/s.
    assertThat(err.toString().lines())
        .containsExactly(
            "      download a.zip: 65.0 of 100.0 MB, 0.5 MB/s, 70 s left",
            "      download a.zip: 100.0 of 100.0 MB, 2.0 MB/s");
  }

  @Test
  void unknownLengthHasNoRemainingTime() {
    PhaseLines lines =
        new PhaseLines(new PrintWriter(err), "download a.zip", PhaseUnit.MEGABYTES, 0, 0, clock);
    clock.now = clock.now.plusSeconds(10);
    lines.steps(5_000_000);

    assertThat(err.toString().lines()).containsExactly("      download a.zip: 5.0 MB, 0.5 MB/s");
  }

  @Test
  void phaseThatDidNothingSaysNothing() {
    new PhaseLines(new PrintWriter(err), "accuracy", PhaseUnit.IMAGES, 0, 100, clock).close();

    assertThat(err.toString()).isEmpty();
  }

  /** A clock that a test sets. */
  private static final class StoppedClock extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
