package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class QueryTimesTest {
  /** 1000, 999, ..., 1 ms. */
  @Test
  void percentileIsALatencyThatSoManyKeep() {
    long[] nanos = LongStream.rangeClosed(1, 1000).map(i -> (1001 - i) * 1_000_000).toArray();
    assertThat(new QueryTimes(nanos, 500).percentiles())
        .isEqualTo(new Percentiles(500, 900, 950, 990, 999, 1, 1000));
  }

  @Test
  void highPercentileOfFewQueriesIsTheirMaximum() {
    QueryTimes times = new QueryTimes(new long[] {3, 1, 2}, 1);
    assertThat(times.nanos(99)).isEqualTo(3);
    assertThat(times.nanos(50)).isEqualTo(2);
  }

  /** The abort of a broken rate must agree with the percentile that is reported. */
  @Test
  void percentileKeepsABoundThatNoMoreThanTheAllowedExceed() {
    for (int queries : new int[] {1, 2, 99, 100, 101, 199, 200, 1000}) {
      int mayExceed = QueryTimes.mayExceed(queries, 99);
      assertThat(withSlow(mayExceed, queries).nanos(99)).as("%d queries", queries).isEqualTo(1);
      assertThat(withSlow(mayExceed + 1, queries).nanos(99)).isEqualTo(2);
    }
    assertThat(QueryTimes.mayExceed(99, 99)).isZero();
    assertThat(QueryTimes.mayExceed(100, 99)).isEqualTo(1);
  }

  /** One of a thousand, exactly: 41 of 41,000. */
  @Test
  void rankIsNotOneTooHighWhereTheProductIsRounded() {
    assertThat(QueryTimes.mayExceed(41_000, 99.9)).isEqualTo(41);
    assertThat(withSlow(41, 41_000).nanos(99.9)).isEqualTo(1);
  }

  @Test
  void refusesToSumUpNothing() {
    assertThatThrownBy(() -> new QueryTimes(new long[0], 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static QueryTimes withSlow(int slow, int queries) {
    return new QueryTimes(LongStream.range(0, queries).map(i -> i < slow ? 2 : 1).toArray(), 1);
  }
}
