package io.github.segbench.onnxruntime;

import io.github.segbench.api.inference.Tensor;
import io.github.segbench.testkit.NpyFile;
import java.io.IOException;
import java.nio.file.Path;

/** The bundled networks and their reference tensors. */
final class ZooFiles {
  private ZooFiles() {}

  static Path network(String id) {
    return folder(id).resolve(id + ".onnx");
  }

  static Tensor reference(String id, String name) throws IOException {
    return NpyFile.read(folder(id).resolve("reference").resolve(name + ".npy"));
  }

  private static Path folder(String id) {
    return Path.of(System.getProperty("segbench.root"), "adapters", "zoo", id);
  }
}
