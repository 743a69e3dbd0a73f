package io.github.segbench.api.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InferenceOutputsTest {
  private final AtomicInteger releases = new AtomicInteger();
  private final InferenceOutputs outputs =
      new InferenceOutputs(
          Map.of("logits", Tensor.allocate(ElementType.FLOAT32, 1, 2)), releases::incrementAndGet);

  @Test
  void closedOutputsHandOutNoMemoryThatMayBeFreed() {
    assertThat(outputs.tensors()).containsOnlyKeys("logits");
    outputs.close();
    assertThatThrownBy(outputs::tensors)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the outputs [logits] are closed");
  }

  @Test
  void memoryIsGivenBackOnce() {
    outputs.close();
    outputs.close();
    assertThat(releases).hasValue(1);
  }
}
