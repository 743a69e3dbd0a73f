package io.github.segbench.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks in reduced precision, as they come. */
final class PrecisionTest {
  @TempDir private Path folder;

  /** Static: scales and zero points are in the file. */
  @Test
  void runsQuantisedNetworks() throws IOException {
    Path file =
        TestNetwork.of(DataType.FLOAT, DataType.FLOAT)
            .scalar("scale", 0.5f)
            .scalar("zero", (byte) 3, DataType.INT8)
            .node("QuantizeLinear", "x scale zero", "q")
            .node("DequantizeLinear", "q scale zero", "y")
            .write(folder.resolve("qdq.onnx"));
    // 0.7 / 0.5 = 1.4 is 1, 1 * 0.5 = 0.5; 100 / 0.5 + 3 = 203 is cut to 127, (127 - 3) / 2 = 62.
    assertThat(run(file, Precision.INT8, 0.7f, 100f)).containsExactly(0.5f, 62f);
  }

  /** Dynamic: the scale is found while running. */
  @Test
  void runsDynamicallyQuantisedNetworks() throws IOException {
    Path file =
        TestNetwork.of(DataType.FLOAT, DataType.FLOAT)
            .node("DynamicQuantizeLinear", "x", "q scale zero")
            .node("DequantizeLinear", "q scale zero", "y")
            .write(folder.resolve("dynamic.onnx"));
    // From 0 to 510 in 255 steps: 2 apart. 101 / 2 = 50.5 is a tie, and 50 is the even one.
    assertThat(run(file, Precision.INT8, 0f, 101f, 510f)).containsExactly(0f, 100f, 510f);
  }

  @Test
  void computesInHalves() throws IOException {
    Path file =
        TestNetwork.of(DataType.FLOAT16, DataType.FLOAT16)
            .node("Add", "x x", "y")
            .write(folder.resolve("half.onnx"));
    // The half that is nearest to 0.1 is 0x2E66: (1024 + 614) * 2^(11 - 25) = 1638 / 16384.
    assertThat(run(file, Precision.FP16, 0.1f)).containsExactly(1638f / 8192);
  }

  @Test
  void givesPixelValuesToNetworksOfBytes() throws IOException {
    Path file =
        TestNetwork.of(DataType.UINT8, DataType.FLOAT)
            .scalar("scale", 2f)
            .scalar("zero", (byte) 0, DataType.UINT8)
            .node("DequantizeLinear", "x scale zero", "y")
            .write(folder.resolve("bytes.onnx"));
    assertThat(run(file, Precision.INT8, 0f, 200f)).containsExactly(0f, 400f);
    assertThatThrownBy(() -> run(file, Precision.INT8, -1.2f))
        .isInstanceOf(InferenceException.class)
        .hasMessage(
            file
                + ": input 'x' is UINT8[n], but what it is given holds -1.2, expected pixel values"
                + " from 0 to 255");
  }

  private static float[] run(Path file, Precision precision, float... x) {
    try (InferenceSession session = TestNetwork.open(file, precision, Map.of());
        InferenceOutputs outputs = session.run(Map.of("x", Tensor.ofFloats(x, x.length)))) {
      float[] y = new float[x.length];
      outputs.tensors().get("y").floats().get(y);
      return y;
    }
  }
}
