package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TimingTest {

  @Test
  void timesSingleImagesThoughOnlyBatchesAreAskedFor() {
    assertThat(Timing.of(brief().batch(4).config(), 8))
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
    assertThat(Timing.of(brief().batch(1, 2, 4).config(), 2))
        .extracting(Timing::batch)
        .contains(2)
        .doesNotContain(4);
  }

  @Test
  void timesNothingTwice() {
    assertThat(Timing.of(brief().threads(2, 1, 2).batch(2, 2).config(), 2)).doesNotHaveDuplicates();
  }

  private static BriefLatency brief() {
    return new BriefLatency(Duration.ofSeconds(1));
  }
}
