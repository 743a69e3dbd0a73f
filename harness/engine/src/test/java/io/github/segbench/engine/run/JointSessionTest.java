package io.github.segbench.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.inference.TensorInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JointSessionTest {
  private final Part left = new Part(false);
  private final Part right = new Part(false);
  private final Part broken = new Part(true);
  private final Tensor one = Tensor.ofFloats(new float[] {1}, 1);
  private final Tensor two = Tensor.ofFloats(new float[] {2}, 1);

  @Test
  void givesEachPartItsOwnTensors() {
    JointSession session = session(left, right);
    try (InferenceOutputs outputs = session.run(Map.of("left/in", one, "right/in", two))) {
      assertThat(outputs.tensors())
          .containsOnly(Map.entry("left/out", one), Map.entry("right/out", two));
      assertThat(left.openOutputs + right.openOutputs).isEqualTo(2);
    }
    assertThat(left.openOutputs + right.openOutputs).isZero();
    assertThat(session.inputs())
        .extracting(TensorInfo::name)
        .containsExactly("left/in", "right/in");
    assertThat(session.outputs())
        .extracting(TensorInfo::name)
        .containsExactly("left/out", "right/out");
  }

  @Test
  void givesBackTheOutputsOfTheFirstPartWhenTheSecondFails() {
    JointSession session = session(left, broken);
    assertThatThrownBy(() -> session.run(Map.of("left/in", one, "right/in", two)))
        .isInstanceOf(InferenceException.class)
        .hasMessage("broken");
    assertThat(left.openOutputs).isZero();
  }

  @Test
  void refusesAnInputOfNoPart() {
    assertThatThrownBy(() -> session(left, right).run(Map.of("image", one)))
        .isInstanceOf(InferenceException.class)
        .hasMessage("input 'image' belongs to no part, expected one of [left, right]");
  }

  @Test
  void closesEveryPart() {
    session(left, right).close();
    assertThat(left.closed).isTrue();
    assertThat(right.closed).isTrue();
  }

  private static JointSession session(Part left, Part right) {
    Map<String, InferenceSession> parts = new LinkedHashMap<>();
    parts.put("left", left);
    parts.put("right", right);
    return new JointSession(parts);
  }

  /** Hands its input through. */
  private static final class Part implements InferenceSession {
    private final boolean broken;
    private int openOutputs;
    private boolean closed;

    Part(boolean broken) {
      this.broken = broken;
    }

    @Override
    public List<TensorInfo> inputs() {
      return List.of(new TensorInfo("in", ElementType.FLOAT32, List.of(1L)));
    }

    @Override
    public List<TensorInfo> outputs() {
      return List.of(new TensorInfo("out", ElementType.FLOAT32, List.of(1L)));
    }

    @Override
    public InferenceOutputs run(Map<String, Tensor> inputs) {
      if (broken) {
        throw new InferenceException("broken", null);
      }
      openOutputs++;
      return new InferenceOutputs(Map.of("out", inputs.get("in")), () -> openOutputs--);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
