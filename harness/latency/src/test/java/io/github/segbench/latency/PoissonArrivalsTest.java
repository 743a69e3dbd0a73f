package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class PoissonArrivalsTest {
  private static final Duration TIME = Duration.ofSeconds(100);

  /** 100,000 are expected, with a standard deviation of sqrt(100,000) = 316. */
  @Test
  void arrivesAsOftenAsTheRateSays() {
    long[] nanos = new PoissonArrivals(7).within(TIME, 1000);
    assertThat(nanos.length).isBetween(99_000, 101_000);
    assertThat(nanos).isSorted();
    assertThat(nanos[nanos.length - 1]).isLessThan(TIME.toNanos());
  }

  /** Of exponential gaps, exp(-1) = 0.368 are longer than the mean and exp(-3) = 0.050 than 3. */
  @Test
  void gapsAreExponentialAndNotEven() {
    long[] nanos = new PoissonArrivals(7).within(TIME, 1000);
    assertThat(shareOfGapsAbove(1_000_000, nanos)).isCloseTo(0.368, within(0.01));
    assertThat(shareOfGapsAbove(3_000_000, nanos)).isCloseTo(0.050, within(0.005));
  }

  @Test
  void sameSeedGivesTheSameArrivals() {
    assertThat(new PoissonArrivals(7).within(TIME, 10))
        .isEqualTo(new PoissonArrivals(7).within(TIME, 10))
        .isNotEqualTo(new PoissonArrivals(8).within(TIME, 10));
  }

  @Test
  void twiceTheRateHalvesTheGaps() {
    long[] slow = new PoissonArrivals(7).within(TIME, 10);
    long[] fast = new PoissonArrivals(7).within(TIME.dividedBy(2), 20);
    assertThat(fast).hasSameSizeAs(slow);
    assertThat(fast[40] * 2).isCloseTo(slow[40], within(2L));
  }

  @Test
  void givesOneQueryThoughTheTimeIsTooShortForAny() {
    assertThat(new PoissonArrivals(7).within(Duration.ofMillis(1), 0.001)).hasSize(1);
  }

  private static double shareOfGapsAbove(long limit, long[] nanos) {
    long[] gaps = new long[nanos.length - 1];
    Arrays.setAll(gaps, i -> nanos[i + 1] - nanos[i]);
    return Arrays.stream(gaps).filter(gap -> gap > limit).count() / (double) gaps.length;
  }
}
