package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.OutputDigests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutputCheckTest {
  private static final Timing TIMING =
      new Timing(LatencyStage.INFERENCE, LatencyMode.THROUGHPUT, 2, 1);

  @Test
  void forkThatGivesWhatWasScoredPasses() {
    assertThatCode(() -> new OutputCheck(outputs("a1")).check(TIMING, forks("a1", "a1")))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheForkTheImageAndTheTaskThatDiffer() {
    OutputCheck check = new OutputCheck(outputs("0123456789abcdef"));

    assertThatThrownBy(() -> check.check(TIMING, forks("0123456789abcdef", "f".repeat(64))))
        .isInstanceOf(LatencyException.class)
        .hasMessage(
            "timing inference (throughput, 2 threads, batch 1): fork 2 gives another instance"
                + " segmentation of image street than the accuracy phase (sha256 ffffffffffff,"
                + " expected 0123456789ab)");
  }

  @Test
  void withoutAnAccuracyPhaseForksMustAgreeWithTheFirst() {
    OutputCheck check = new OutputCheck(OutputDigests.NONE);
    check.check(TIMING, forks("a1", "a1"));

    assertThatThrownBy(() -> check.check(TIMING, forks("b2")))
        .isInstanceOf(LatencyException.class)
        .hasMessageContaining("fork 1 gives another")
        .hasMessageContaining("than the trial's first fork (sha256 b2, expected a1)");
  }

  private static List<ForkReport> forks(String... digests) {
    return List.of(digests).stream().map(digest -> new ForkReport(outputs(digest), null)).toList();
  }

  private static OutputDigests outputs(String digest) {
    return new OutputDigests(Map.of("street", Map.of(SegmentationTask.INSTANCE, digest)));
  }
}
