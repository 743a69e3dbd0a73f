package io.github.segbench.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.DeviceProbe;
import io.github.segbench.api.inference.DeviceStatus;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.ProviderStatus;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The backend that runs ONNX files with ONNX Runtime, on the CPU or a GPU. */
public final class OnnxRuntimeBackend implements Backend {

  @Override
  public String id() {
    return "onnxruntime";
  }

  @Override
  public String description() {
    return "ONNX Runtime: .onnx files on the CPU; on CUDA and TensorRT with the build of profile 'cuda'.";
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

  /** All: the precision is a property of an ONNX file, not of its session. */
  @Override
  public Set<Precision> precisions() {
    return Set.of(Precision.values());
  }

  @Override
  public List<OptionSpec> options() {
    return SessionSettings.OPTIONS;
  }

  @Override
  public void requireConsistent(Device device, Precision precision, Options options) {
    new SessionSettings(options).provider(device).require(precision);
  }

  @Override
  public List<DeviceStatus> probe() {
    Options options = new Options(options(), Map.of());
    return new DeviceProbe("ONNX Runtime " + version(), device -> requireWorking(device, options))
        .probe();
  }

  @Override
  public List<ProviderStatus> providers() {
    return new ProviderProbe(this::requireWorking).probe();
  }

  @Override
  public void requireWorking(Device device, Options options) {
    SessionFactory.onThisMachine().requireWorking(device, options);
  }

  @Override
  public InferenceSession open(SessionSpec spec) {
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
