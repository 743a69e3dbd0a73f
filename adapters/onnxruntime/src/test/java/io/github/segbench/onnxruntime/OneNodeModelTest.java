package io.github.segbench.onnxruntime;

import static io.github.segbench.onnxruntime.OneNodeModel.FLOAT;
import static io.github.segbench.onnxruntime.OneNodeModel.INT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.option.Options;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are odd in one way each. */
final class OneNodeModelTest {
  private static final int DOUBLE = 11;

  @TempDir private Path folder;

  @Test
  void namesTheOperatorSetThatIsNotSupported() {
    OneNodeModel model = new OneNodeModel("Relu", 999, FLOAT, List.of("4"), FLOAT, List.of("4"));
    assertThatThrownBy(() -> open(model, Map.of()))
        .isInstanceOf(InferenceException.class)
        .hasMessageStartingWith("model file " + folder.resolve("Relu.onnx") + " cannot be loaded: ")
        .hasMessageContaining("pset 999");
  }

  @Test
  void namesTheOperatorThatDoesNotExist() {
    OneNodeModel model =
        new OneNodeModel("NoSuchOperator", 13, FLOAT, List.of("4"), FLOAT, List.of("4"));
    assertThatThrownBy(() -> open(model, Map.of()))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("cannot be loaded: This is an invalid model.")
        .hasMessageContaining("No Op registered for NoSuchOperator");
  }

  @Test
  void namesTheElementTypeThatNoTensorHas() {
    OneNodeModel model = new OneNodeModel("Relu", 14, DOUBLE, List.of("4"), DOUBLE, List.of("4"));
    assertThatThrownBy(() -> open(model, Map.of()))
        .isInstanceOf(InferenceException.class)
        .hasMessageContaining("input 'x' has elements of type DOUBLE, expected one of [FLOAT32,");
  }

  @Test
  void saysWhichShapeWasExpected() throws IOException {
    OneNodeModel model =
        new OneNodeModel("Relu", 13, FLOAT, List.of("n", "3", "n"), FLOAT, List.of("n", "3", "n"));
    try (InferenceSession session = open(model, Map.of())) {
      assertThatThrownBy(() -> session.run(Map.of("x", Tensor.ofFloats(new float[18], 2, 3, 3))))
          .isInstanceOf(InferenceException.class)
          .hasMessage(
              folder.resolve("Relu.onnx")
                  + ": input 'x' is FLOAT32[2, 3, 3], expected FLOAT32[n, 3, n]");
      session.run(Map.of("x", Tensor.ofFloats(new float[12], 2, 3, 2))).close();
    }
  }

  /** A model's input.name with a slip: the network's own name and the one given help to see it. */
  @Test
  void saysWhichInputsWereGivenWhenOneIsMissing() throws IOException {
    try (InferenceSession session = open(OneNodeModel.relu(), Map.of())) {
      assertThatThrownBy(() -> session.run(Map.of("image", Tensor.ofFloats(new float[4], 4))))
          .isInstanceOf(InferenceException.class)
          .hasMessage(
              folder.resolve("Relu.onnx")
                  + ": input 'x' is missing, expected FLOAT32[4]; given is [image]");
    }
  }

  /** The file says that as many elements come out as go in; NonZero gives two of three. */
  @Test
  void survivesAFileThatDeclaresAWrongOutputShape() throws IOException {
    OneNodeModel model =
        new OneNodeModel("NonZero", 13, FLOAT, List.of("n"), INT64, List.of("1", "n"));
    try (InferenceSession session = open(model, Map.of())) {
      for (int run = 0; run < 2; run++) {
        try (InferenceOutputs outputs =
            session.run(Map.of("x", Tensor.ofFloats(new float[] {5, 0, 7}, 3)))) {
          assertThat(outputs.tensors().get("y")).hasToString("INT64[1, 2]");
          assertThat(outputs.tensors().get("y").longs().get(0)).isZero();
          assertThat(outputs.tensors().get("y").longs().get(1)).isEqualTo(2);
        }
      }
    }
  }

  @Test
  void givesOutputsWithoutElements() throws IOException {
    OneNodeModel model =
        new OneNodeModel("NonZero", 13, FLOAT, List.of("n"), INT64, List.of("1", "found"));
    try (InferenceSession session = open(model, Map.of());
        InferenceOutputs outputs =
            session.run(Map.of("x", Tensor.ofFloats(new float[] {0, 0, 0}, 3)))) {
      assertThat(outputs.tensors().get("y").shape()).containsExactly(1, 0);
      assertThat(outputs.tensors().get("y").longs().hasRemaining()).isFalse();
    }
  }

  @Test
  void takesInputsWithoutElements() throws IOException {
    OneNodeModel model = new OneNodeModel("Relu", 13, FLOAT, List.of("n"), FLOAT, List.of("n"));
    try (InferenceSession session = open(model, Map.of());
        InferenceOutputs outputs = session.run(Map.of("x", Tensor.ofFloats(new float[0], 0)))) {
      assertThat(outputs.tensors().get("y").shape()).containsExactly(0);
    }
  }

  @Test
  void everyOptionReachesOnnxRuntime() throws IOException {
    Map<String, Object> options =
        Map.of(
            "intraOpThreads",
            2L,
            "interOpThreads",
            2L,
            "graphOptimisation",
            "disabled",
            "memoryArena",
            false,
            "profile",
            folder.resolve("profile").toString());
    try (InferenceSession session = open(OneNodeModel.relu(), options);
        InferenceOutputs outputs =
            session.run(Map.of("x", Tensor.ofFloats(new float[] {-1, 2, -3, 4}, 4)))) {
      assertThat(outputs.tensors().get("y").floats().get(3)).isEqualTo(4f);
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("profile") && name.endsWith(".json"));
    }
  }

  private InferenceSession open(OneNodeModel model, Map<String, ?> options) throws IOException {
    Path file = folder.resolve(model.operator() + ".onnx");
    Files.write(file, model.bytes());
    OnnxRuntimeBackend backend = new OnnxRuntimeBackend();
    return backend.open(
        new SessionSpec(
            file,
            Device.CPU,
            Precision.FP32,
            List.of(),
            List.of(),
            new Options(backend.options(), options)));
  }
}
