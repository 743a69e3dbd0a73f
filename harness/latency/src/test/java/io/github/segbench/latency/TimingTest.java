package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.config.LatencyPreset;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimingTest {

  @Test
  void timesSingleImagesThoughOnlyBatchesAreAskedFor() {
    assertThat(Timing.of(config(List.of(1), List.of(4)), 8))
        .extracting(Timing::toString)
        .containsExactly(
            "endToEnd (sample, 1 thread, batch 1)",
            "afterPause (sample, 1 thread, batch 1)",
            "inference (sample, 1 thread, batch 1)",
            "inference (sample, 1 thread, batch 4)",
            "endToEnd (throughput, 1 thread, batch 1)",
            "inference (throughput, 1 thread, batch 1)");
  }

  @Test
  void leavesOutBatchesThatTheModelDoesNotTake() {
    assertThat(Timing.of(config(List.of(1), List.of(1, 2, 4)), 2))
        .extracting(Timing::batch)
        .contains(2)
        .doesNotContain(4);
  }

  @Test
  void timesNothingTwice() {
    assertThat(Timing.of(config(List.of(2, 1, 2), List.of(2, 2)), 2)).doesNotHaveDuplicates();
  }

  private static LatencyConfig config(List<Integer> threads, List<Integer> batch) {
    Duration time = Duration.ofSeconds(1);
    return new LatencyConfig(
        true, LatencyPreset.QUICK, 1, 1, time, time, 1, time, time, 1, threads, batch);
  }
}
