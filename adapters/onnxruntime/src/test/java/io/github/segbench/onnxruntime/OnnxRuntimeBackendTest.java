package io.github.segbench.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.DeviceStatus;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.testkit.BackendContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The contract of backends: once with outputs of known shape, once with such that vary. */
final class OnnxRuntimeBackendTest {

  @Test
  void theCpuOfThisMachineWorks() {
    DeviceStatus cpu = new OnnxRuntimeBackend().probe().get(0);
    assertThat(cpu.available()).isTrue();
    assertThat(cpu.detail()).startsWith("ONNX Runtime 1.");
  }

  @Nested
  final class WithShapesKnownBeforeTheRun extends OnZooNetwork {
    WithShapesKnownBeforeTheRun() {
      super("fcn8s-shapes");
    }
  }

  @Nested
  final class WithShapesThatDependOnTheImage extends OnZooNetwork {
    WithShapesThatDependOnTheImage() {
      super("upsnet-shapes");
    }
  }

  private abstract static class OnZooNetwork extends BackendContract {
    private final String id;

    OnZooNetwork(String id) {
      this.id = id;
    }

    @Override
    protected Backend backend() {
      return new OnnxRuntimeBackend();
    }

    @Override
    protected Path modelFile() {
      return ZooFiles.network(id);
    }

    @Override
    protected Map<String, Tensor> inputs() throws IOException {
      return Map.of("image", ZooFiles.reference(id, "input"));
    }
  }
}
