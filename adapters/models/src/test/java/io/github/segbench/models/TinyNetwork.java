package io.github.segbench.models;

import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.testkit.TinyGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** Opens graphs that tests make. */
public final class TinyNetwork {
  private TinyNetwork() {}

  /** A session of ONNX Runtime on the CPU, to be closed by the caller. */
  public static InferenceSession open(TinyGraph graph, Path folder) throws IOException {
    Path file = graph.write(folder.resolve("tiny.onnx"));
    Backend backend =
        ServiceLoader.load(Backend.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(candidate -> candidate.formats().contains("onnx"))
            .findFirst()
            .orElseThrow();
    return backend.open(
        new SessionSpec(
            file,
            Device.CPU,
            Precision.FP32,
            List.of(),
            List.of(),
            new Options(backend.options(), Map.of())));
  }
}
