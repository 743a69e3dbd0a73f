package io.github.segbench.djl;

import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.inference.Tensor;
import io.github.segbench.api.option.Options;
import io.github.segbench.testkit.NpyFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The networks that tests run: tiny ones of {@code tiny_networks.py}, and the bundled ones. */
final class TestNetworks {
  private TestNetworks() {}

  static Path tiny(String name) {
    URL resource = TestNetworks.class.getResource("/networks/" + name + ".pt");
    try {
      return Path.of(Objects.requireNonNull(resource, name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Path bundled(String id) {
    return zoo(id).resolve(id + ".pt");
  }

  static Tensor reference(String id, String name) throws IOException {
    return NpyFile.read(zoo(id).resolve("reference").resolve(name + ".npy"));
  }

  private static Path zoo(String id) {
    return Path.of(System.getProperty("segbench.root"), "adapters", "zoo", id);
  }

  /** A network with one input {@code image} on the CPU. */
  static InferenceSession open(Path file, String... outputNames) {
    return open(file, Map.of(), List.of("image"), outputNames);
  }

  static InferenceSession open(
      Path file, Map<String, ?> options, List<String> inputNames, String... outputNames) {
    DjlBackend backend = new DjlBackend();
    return backend.open(
        new SessionSpec(
            file,
            Device.CPU,
            Precision.FP32,
            inputNames,
            List.of(outputNames),
            new Options(backend.options(), options)));
  }
}
