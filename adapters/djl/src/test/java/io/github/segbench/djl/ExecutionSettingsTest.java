package io.github.segbench.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.pytorch.jni.JniUtils;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExecutionSettingsTest {
  private static final Path NETWORK = TestNetworks.tiny("convolution");
  private static final Map<String, Tensor> PIXEL =
      Map.of("image", Tensor.ofFloats(new float[] {1, 2, 4}, 1, 3, 1, 1));

  @Test
  void oneSessionDoesNotChangeTheThreadsOfAnother() {
    try (InferenceSession two = open(Map.of("intraOpThreads", 2L));
        InferenceSession one = open(Map.of())) {
      two.run(PIXEL).close();
      assertThat(JniUtils.getNumThreads()).isEqualTo(2);
      one.run(PIXEL).close();
      assertThat(JniUtils.getNumThreads()).isEqualTo(1);
      two.run(PIXEL).close();
      assertThat(JniUtils.getNumThreads()).isEqualTo(2);
    }
  }

  @Test
  void runsWithoutTheGraphOptimiser() {
    try (InferenceSession session = open(Map.of("graphOptimisation", false))) {
      session.run(PIXEL).close();
    }
  }

  @Test
  void saysThatThreadsBetweenOperatorsCannotBeChanged() {
    open(Map.of("interOpThreads", 1L)).close();
    assertThatThrownBy(() -> open(Map.of("interOpThreads", 3L)))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessageContaining("interOpThreads: 3")
        .hasMessageContaining("runs with 1");
  }

  private static InferenceSession open(Map<String, ?> options) {
    return TestNetworks.open(NETWORK, options, List.of("image"));
  }
}
