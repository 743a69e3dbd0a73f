package io.github.segbench.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class OneLineTest {

  @Test
  void keepsTheLibraryThatIsMissingAndDropsTheErrorCodes() {
    String message =
        "Error code - ORT_FAIL - message: [ONNXRuntimeError] : 1 : FAIL : Failed to load library"
            + " /tmp/x/libonnxruntime_providers_cuda.so with error:\n libcublasLt.so.12: cannot"
            + " open shared object file: No such file or directory\n";
    assertThat(OneLine.of(message))
        .isEqualTo(
            "Failed to load library /tmp/x/libonnxruntime_providers_cuda.so with error:"
                + " libcublasLt.so.12: cannot open shared object file: No such file or directory");
  }

  @Test
  void dropsThePlaceInOnnxRuntimesSources() {
    assertThat(
            OneLine.of(
                "Error code - ORT_FAIL - message: /onnxruntime_src/onnxruntime/core/graph/model.cc:181"
                    + " onnxruntime::Model::Model(onnx::ModelProto&&) Unsupported model IR"))
        .doesNotContain("model.cc")
        .endsWith("Unsupported model IR");
  }

  @Test
  void namesTheInnermostCause() {
    Throwable failure = new LinkageError("outer", new IOException("no space left on device"));
    assertThat(OneLine.causeOf(failure)).isEqualTo("no space left on device");
  }

  @Test
  void namesTheTypeOfACauseWithoutWords() {
    assertThat(OneLine.causeOf(new IOException())).isEqualTo("IOException");
  }

  @Test
  void cutsWhatNoLineHolds() {
    assertThat(OneLine.of("word ".repeat(1000))).hasSizeLessThan(500).endsWith("...");
  }
}
