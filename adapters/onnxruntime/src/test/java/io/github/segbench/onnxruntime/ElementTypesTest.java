package io.github.segbench.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.segbench.api.inference.ElementType;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ElementTypesTest {
  @TempDir private Path folder;

  /** A copy would belong to ONNX Runtime's Java interface, which then calls the buffer its own. */
  @ParameterizedTest
  @EnumSource
  void readsEveryTypeWhereItLies(ElementType type) throws OrtException {
    new OnnxRuntimeBackend().probe();
    Tensor tensor = Tensor.allocate(type, 2, 3);
    try (OnnxTensor view = ElementTypes.view(OrtEnvironment.getEnvironment(), tensor)) {
      assertThat(view.ownsBuffer()).isFalse();
      assertThat(ElementTypes.of(view.getInfo().type)).contains(type);
      assertThat(view.getInfo().getShape()).containsExactly(2, 3);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FLOAT, FLOAT32",
    "INT64, INT64",
    "INT32, INT32",
    "UINT8, UINT8",
    "INT8, INT8",
    "BOOL, BOOL"
  })
  void handsEveryTypeThroughUnchanged(DataType inFile, ElementType type) throws IOException {
    Path file = TestNetwork.identity(inFile).write(folder.resolve("identity.onnx"));
    Tensor x = Tensor.allocate(type, 5);
    for (int i = 0; i < x.bytes().limit(); i++) {
      x.bytes().put(i, (byte) (i % 2));
    }
    try (InferenceSession session = TestNetwork.open(file, Precision.FP32, Map.of());
        InferenceOutputs outputs = session.run(Map.of("x", x))) {
      Tensor y = outputs.tensors().get("y");
      assertThat(y).hasToString(type + "[5]");
      assertThat(y.bytes()).isEqualTo(x.bytes());
    }
  }

  @Test
  void takesAndGivesHalvesAsFloats() throws IOException {
    Path file = TestNetwork.identity(DataType.FLOAT16).write(folder.resolve("half.onnx"));
    try (InferenceSession session = TestNetwork.open(file, Precision.FP16, Map.of());
        InferenceOutputs outputs =
            session.run(Map.of("x", Tensor.ofFloats(new float[] {1f, -2.5f, 2049f}, 3)))) {
      assertThat(session.inputs().get(0).type()).isEqualTo(ElementType.FLOAT16);
      assertThat(session.outputs().get(0).type()).isEqualTo(ElementType.FLOAT32);
      Tensor y = outputs.tensors().get("y");
      float[] values = new float[3];
      y.floats().get(values);
      // Between 2048 and 4096 halves are 2 apart; 2049 is a tie, and 2048 is the even one.
      assertThat(values).containsExactly(1f, -2.5f, 2048f);
    }
  }

  @Test
  void takesHalvesAsTheyAre() throws IOException {
    Path file = TestNetwork.identity(DataType.FLOAT16).write(folder.resolve("half.onnx"));
    Tensor x = Tensor.allocate(ElementType.FLOAT16, 1);
    x.bytes().asShortBuffer().put(0, (short) 0x3E00);
    try (InferenceSession session = TestNetwork.open(file, Precision.FP16, Map.of());
        InferenceOutputs outputs = session.run(Map.of("x", x))) {
      // Sign 0, exponent 15 - 15 = 0, mantissa 0x200 / 0x400 = 0.5.
      assertThat(outputs.tensors().get("y").floats().get(0)).isEqualTo(1.5f);
    }
  }
}
