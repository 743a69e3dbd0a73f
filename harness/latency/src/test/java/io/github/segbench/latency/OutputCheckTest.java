package io.github.segbench.latency;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.segmentation.SegmentationTask;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.OutputDigests;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutputCheckTest {
  private static final Timing TIMING =
      new Timing(LatencyStage.INFERENCE, LatencyMode.THROUGHPUT, 2, 1);

  @Test
  void forkThatGivesWhatWasScoredPasses() {
    assertThatCode(() -> new OutputCheck(outputs("a1")).check("fork 1", outputs("a1")))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheForkTheImageAndTheTaskThatDiffer() {
    OutputCheck check = new OutputCheck(outputs("0123456789abcdef"));

    assertThatThrownBy(() -> check.check("timing x: fork 2", outputs("f".repeat(64))))
        .isInstanceOf(LatencyException.class)
        .hasMessage(
            "timing x: fork 2 gives another instance segmentation of image street than the"
                + " accuracy phase (sha256 ffffffffffff, expected 0123456789ab)");
  }

  @Test
  void withoutAnAccuracyPhaseForksMustAgreeWithTheFirst() {
    OutputCheck check = new OutputCheck(OutputDigests.NONE);
    check.check("fork 1", outputs("a1"));
    check.check("fork 2", outputs("a1"));

    assertThatThrownBy(() -> check.check("fork 3", outputs("b2")))
        .isInstanceOf(LatencyException.class)
        .hasMessageContaining("fork 3 gives another")
        .hasMessageContaining("than the trial's first fork (sha256 b2, expected a1)");
  }

  @Test
  void forkOfOneImageIsComparedWithTheFirst() {
    Map<String, Map<SegmentationTask, String>> both = new LinkedHashMap<>();
    both.put("street", Map.of(SegmentationTask.INSTANCE, "a1"));
    both.put("field", Map.of(SegmentationTask.INSTANCE, "b2"));
    OutputCheck check = new OutputCheck(new OutputDigests(both));

    assertThatCode(() -> check.checkFirst("start", outputs("a1"))).doesNotThrowAnyException();
    assertThatThrownBy(() -> check.checkFirst("start", outputs("b2")))
        .hasMessageStartingWith("start gives another instance segmentation of image street than");
    assertThatThrownBy(() -> check.checkFirst("start", OutputDigests.NONE))
        .hasMessageContaining("(sha256 nothing, expected a1)");
  }

  @Test
  void forkThatSaysNothingIsNotTakenForOneThatAgrees() {
    JmhTimings timings = new JmhTimings(new OutputCheck(outputs("a1")), 2);
    List<ForkReport> one = List.of(new ForkReport(outputs("a1"), null));

    assertThatThrownBy(() -> timings.add(TIMING, new JmhTimings.Forked(null, one)))
        .isInstanceOf(LatencyException.class)
        .hasMessage(
            "timing inference (throughput, 2 threads, batch 1): 1 forks say what they give, not 2");
  }

  private static OutputDigests outputs(String digest) {
    return new OutputDigests(Map.of("street", Map.of(SegmentationTask.INSTANCE, digest)));
  }
}
