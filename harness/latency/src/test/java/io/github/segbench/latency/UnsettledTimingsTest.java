package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.run.OutputDigests;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UnsettledTimingsTest {
  private static final Timing INFERENCE =
      new Timing(LatencyStage.INFERENCE, LatencyMode.SAMPLE, 1, 1);
  private static final Timing THROUGHPUT =
      new Timing(LatencyStage.END_TO_END, LatencyMode.THROUGHPUT, 2, 1);

  @Test
  void saysWhichTimingsDidNotSettle() {
    UnsettledTimings timings = new UnsettledTimings();
    timings.add(INFERENCE, new Warmup(3.04, false));
    timings.add(THROUGHPUT, new Warmup(20, false));

    assertThat(timings.notes())
        .containsExactly(
            "warm-up did not settle: inference (sample, 1 thread, batch 1) in 3.0 s,"
                + " endToEnd (throughput, 2 threads, batch 1) in 20.0 s");
  }

  @Test
  void saysNothingOfTimingsThatSettledOrWereNotWarmedUp() {
    UnsettledTimings timings = new UnsettledTimings();
    timings.add(INFERENCE, new Warmup(3, true));
    timings.add(THROUGHPUT, null);

    assertThat(timings.notes()).isEmpty();
  }

  @Test
  void oneForkThatDidNotSettleIsEnough() {
    Warmup worst = ForkReport.worstWarmup(List.of(fork(1, true), fork(3, false), fork(2, true)));

    assertThat(worst).isEqualTo(new Warmup(3, false));
  }

  private static ForkReport fork(double seconds, boolean settled) {
    return new ForkReport(OutputDigests.NONE, new Warmup(seconds, settled));
  }
}
