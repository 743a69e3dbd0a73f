package io.github.segbench.djl;

import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.testkit.BackendContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** The contract of backends: with one output without a name, and with five that are named. */
final class DjlBackendTest {

  @Nested
  final class WithOneOutput extends OnTorchScript {
    WithOneOutput() {
      super("fcn8s-shapes", List.of("logits"));
    }
  }

  @Nested
  final class WithOutputsThatDependOnTheImage extends OnTorchScript {
    WithOutputsThatDependOnTheImage() {
      super(
          "upsnet-shapes", List.of("semantic_logits", "boxes", "labels", "scores", "mask_logits"));
    }
  }

  private abstract static class OnTorchScript extends BackendContract {
    private final String id;
    private final List<String> outputNames;

    OnTorchScript(String id, List<String> outputNames) {
      this.id = id;
      this.outputNames = outputNames;
    }

    @Override
    protected Backend backend() {
      return new DjlBackend();
    }

    @Override
    protected Path modelFile() {
      return TestNetworks.bundled(id);
    }

    @Override
    protected Map<String, Tensor> inputs() throws IOException {
      return Map.of("image", TestNetworks.reference(id, "input"));
    }

    @Override
    protected boolean fileDescribesItsTensors() {
      return false;
    }

    @Override
    protected List<String> outputNames() {
      return outputNames;
    }
  }
}
