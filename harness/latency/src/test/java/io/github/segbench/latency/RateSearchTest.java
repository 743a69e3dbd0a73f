package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

final class RateSearchTest {
  @Test
  void comesWithinFivePerCentFromBelow() {
    for (double limit : new double[] {3.2, 7, 50, 61.3, 99.9}) {
      assertThat(RateSearch.highest(100, rate -> rate <= limit).orElseThrow())
          .isBetween(limit / 1.05, limit);
    }
  }

  @Test
  void looksNoHigherThanTheTop() {
    List<Double> tried = new ArrayList<>();
    assertThat(RateSearch.highest(100, tried::add)).hasValue(100);
    assertThat(tried).containsExactly(100.0);
  }

  @Test
  void givesUpBelowAThirtySecondOfTheTop() {
    List<Double> tried = new ArrayList<>();
    assertThat(RateSearch.highest(64, rate -> !tried.add(rate))).isEmpty();
    assertThat(tried).containsExactly(64.0, 32.0, 16.0, 8.0, 4.0, 2.0);
  }

  @Test
  void takesFewTrials() {
    List<Double> tried = new ArrayList<>();
    RateSearch.highest(100, rate -> tried.add(rate) && rate <= 70);
    // 100, 50, and ln 2 / ln 1.05 = 14.2, so four bisections.
    assertThat(tried).hasSize(6);
  }

  @Test
  void goesLowerWhereTheRateDoesNotStandALongerLook() {
    List<Double> tried = new ArrayList<>();
    assertThat(RateSearch.confirmed(100, rate -> tried.add(rate) && rate < 90).orElseThrow())
        .isCloseTo(100 * 0.95 * 0.9, within(1e-9));
    assertThat(tried).hasSize(3);
    assertThat(RateSearch.confirmed(100, rate -> false)).isEmpty();
    assertThat(RateSearch.confirmed(100, rate -> true)).hasValue(100);
  }

  /**
   * One worker takes 10 ms a query, so waiting and work come to 50 ms when the wait is 4 works
   * long. With the load rho, P(wait > 4 works) is about C exp(-4 x) where rho (exp(x) - 1) = x and
   * C = (1 - rho) / (rho exp(x) - 1). For rho = 0.55, x = 1.0965 and that is 0.0087; for rho =
   * 0.60, x = 0.9475 and it is 0.0165. It is 0.01 for rho = 0.561: 56.1 queries a second.
   */
  @Test
  void findsTheRateThatTheoryGivesForOneWorker() {
    double rate = RateSearch.highest(100, r -> queueKeeps(r, 1)).orElseThrow();
    assertThat(rate).isBetween(56.1 / 1.05 * 0.99, 56.1 * 1.01);
  }

  /** Two workers can share a burst, so that they reach more than twice the rate of one. */
  @Test
  void findsAHigherRateForTwoWorkers() {
    double one = RateSearch.highest(100, r -> queueKeeps(r, 1)).orElseThrow();
    double two = RateSearch.highest(200, r -> queueKeeps(r, 2)).orElseThrow();
    assertThat(two).isBetween(2 * one, 200.0);
  }

  /** First come, first served; each query takes a worker 10 ms; p99 must be 50 ms at most. */
  private static boolean queueKeeps(double rate, int workers) {
    long[] arrivals = new PoissonArrivals(1).within(Duration.ofSeconds(2000), rate);
    PriorityQueue<Long> free = new PriorityQueue<>();
    for (int worker = 0; worker < workers; worker++) {
      free.add(0L);
    }
    long[] nanos = new long[arrivals.length];
    for (int query = 0; query < arrivals.length; query++) {
      long done = Math.max(free.remove(), arrivals[query]) + 10_000_000;
      free.add(done);
      nanos[query] = done - arrivals[query];
    }
    return new QueryTimes(nanos, 2000).nanos(99) <= 50_000_000;
  }
}
