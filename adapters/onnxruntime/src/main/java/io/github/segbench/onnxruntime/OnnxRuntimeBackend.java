package io.github.segbench.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.DeviceStatus;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.option.OptionSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The backend that runs ONNX files with ONNX Runtime, on the CPU or through CUDA. */
public final class OnnxRuntimeBackend implements Backend {

  @Override
  public String id() {
    return "onnxruntime";
  }

  @Override
  public String description() {
    return "ONNX Runtime: .onnx files on the CPU, on CUDA with the build of profile 'cuda'.";
  }

  /** Read from the jar's manifest, so that asking loads no native library. */
  @Override
  public String version() {
    String version = OrtEnvironment.class.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }

  @Override
  public List<String> formats() {
    return List.of("onnx");
  }

  /** Only fp32: reduced precision is a property of an ONNX file, not of its session. */
  @Override
  public Set<Precision> precisions() {
    return Set.of(Precision.FP32);
  }

  @Override
  public List<OptionSpec> options() {
    return SessionSettings.OPTIONS;
  }

  @Override
  public List<DeviceStatus> probe() {
    return new DeviceProbe(
            version(), device -> SessionFactory.onThisMachine().requireWorking(device))
        .probe();
  }

  @Override
  public InferenceSession open(SessionSpec spec) {
    if (!precisions().contains(spec.precision())) {
      throw new BackendUnavailableException(
          "onnxruntime runs no " + spec.precision().id() + ", expected fp32", null);
    }
    requireReadable(spec.modelFile());
    return SessionFactory.onThisMachine().open(spec);
  }

  private static void requireReadable(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      String problem = Files.exists(file) ? "cannot be read" : "does not exist";
      throw new InferenceException("model file " + file + " " + problem, null);
    }
  }
}
