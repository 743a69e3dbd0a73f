package io.github.segbench.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import io.github.segbench.testkit.TinyGraph;
import io.github.segbench.testkit.TinyNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph that is not what the test wrote down would make every test on graphs worthless. */
final class TinyNetworkTest {
  @TempDir private Path folder;

  @Test
  void runsTheNodesWithTheirAttributesAndConstants() throws IOException {
    TinyGraph graph =
        new TinyGraph()
            .input("image", ElementType.FLOAT32, 1, 1, 2, -1)
            .constant("weight", Tensor.ofFloats(new float[] {1, 10}, 1, 1, 1, 2))
            .node(
                TinyNode.of("Conv")
                    .inputs("image", "weight")
                    .outputs("convolved")
                    .integers("strides", 1, 2))
            .node(
                TinyNode.of("LeakyRelu")
                    .inputs("convolved")
                    .outputs("logits")
                    .number("alpha", 0.5f))
            .output("logits", ElementType.FLOAT32, 1, 1, 2, -1);
    try (InferenceSession session = TinyNetwork.open(graph, folder)) {
      assertThat(session.inputs())
          .containsExactly(new TensorInfo("image", ElementType.FLOAT32, List.of(1L, 1L, 2L, -1L)));
      Tensor image = Tensor.ofFloats(new float[] {1, 2, 3, 4, -1, -2, -3, -4}, 1, 1, 2, 4);
      try (InferenceOutputs outputs = session.run(Map.of("image", image))) {
        Tensor logits = Objects.requireNonNull(outputs.tensors().get("logits"));
        assertThat(logits.shape()).containsExactly(1, 1, 2, 2);
        // 1 + 20, 3 + 40; the second row is negative and halved.
        float[] values = new float[4];
        logits.floats().get(values);
        assertThat(values).containsExactly(21, 43, -10.5f, -21.5f);
      }
    }
  }
}
