package io.github.segbench.djl;

import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.DeviceProbe;
import io.github.segbench.api.inference.DeviceStatus;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.option.OptionSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The backend that runs TorchScript files with DJL's PyTorch, on the CPU or through CUDA. */
public final class DjlBackend implements Backend {

  @Override
  public String id() {
    return "djl";
  }

  @Override
  public String description() {
    return "PyTorch through DJL: TorchScript files on the CPU, on CUDA with another PyTorch.";
  }

  /** That of PyTorch and of DJL, read from a jar, so that asking loads no native library. */
  @Override
  public String version() {
    return PyTorch.version();
  }

  @Override
  public List<String> formats() {
    return List.of("torchscript");
  }

  /** All: a TorchScript file computes in the precision that it was made with. */
  @Override
  public Set<Precision> precisions() {
    return EnumSet.allOf(Precision.class);
  }

  @Override
  public List<OptionSpec> options() {
    return ExecutionSettings.OPTIONS;
  }

  @Override
  public List<DeviceStatus> probe() {
    return new DeviceProbe(
            "PyTorch " + version(), device -> PyTorch.onThisMachine().requireWorking(device))
        .probe();
  }

  @Override
  public InferenceSession open(SessionSpec spec) {
    Path file = spec.modelFile();
    requireReadable(file);
    PyTorch pyTorch = PyTorch.onThisMachine();
    pyTorch.requireWorking(spec.device());
    Signature signature = new Signature(file.toString(), spec.inputNames(), spec.outputNames());
    ExecutionSettings settings = ExecutionSettings.of(spec.options());
    settings.applyToProcess();
    ArchiveCheck.requireIntact(file);
    return pyTorch.load(file, spec.device(), signature, settings);
  }

  private static void requireReadable(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      String problem = Files.exists(file) ? "cannot be read" : "does not exist";
      throw new InferenceException("model file " + file + " " + problem, null);
    }
  }
}
