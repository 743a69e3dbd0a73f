package io.github.segbench.djl;

import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.engine.StandardCapabilities;
import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtEngine;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The PyTorch that DJL has started in this JVM. */
final class PyTorch {
  private final Engine engine;

  private PyTorch(Engine engine) {
    this.engine = engine;
  }

  /** Such as {@code 2.7.1-0.35.1}: PyTorch's, then DJL's. */
  static String version() {
    return NativeLibraries.version();
  }

  /**
   * Loads the native libraries on first use.
   *
   * @throws BackendUnavailableException if they do not load here
   */
  static PyTorch onThisMachine() {
    try {
      return new PyTorch(
          NativeLibraries.withPrepared(() -> Engine.getEngine(PtEngine.ENGINE_NAME)));
    } catch (IOException | EngineException | LinkageError e) {
      throw new BackendUnavailableException(
          "PyTorch's native libraries do not load here: " + OneLine.causeOf(e), e);
    }
  }

  /** A new owner of arrays on a device; to be closed. */
  PtNDManager newOwner(Device device) {
    return (PtNDManager) engine.newBaseManager(djlDevice(device));
  }

  /**
   * Computes something small on a device.
   *
   * @throws BackendUnavailableException with the cause if that fails, or if the processor is known
   *     to give wrong results
   */
  void requireWorking(Device device) {
    boolean cuda = device.kind() == Device.Kind.CUDA;
    if (cuda && !engine.hasCapability(StandardCapabilities.CUDA)) {
      throw new BackendUnavailableException(
          "djl has no "
              + device.id()
              + ": the PyTorch that was loaded is for the CPU alone; PYTORCH_LIBRARY_PATH can name"
              + " one for CUDA",
          null);
    }
    if (!cuda) {
      ProcessorFault.requireAbsent();
    }
    try (PtNDManager owner = newOwner(device);
        NDArray x = owner.create(new float[] {-1, 0, 1, 2});
        NDArray y = x.maximum(0)) {
      float[] actual = y.toFloatArray();
      if (!Arrays.equals(actual, new float[] {0, 0, 1, 2})) {
        throw new BackendUnavailableException(
            "djl computes wrongly on " + device.id() + ": " + Arrays.toString(actual), null);
      }
    } catch (EngineException e) {
      throw new BackendUnavailableException(
          "djl cannot use " + device.id() + ": " + OneLine.causeOf(e), e);
    }
  }

  /**
   * Loads a network.
   *
   * @throws BackendUnavailableException if it needs what this build of PyTorch lacks
   * @throws io.github.segbench.api.inference.InferenceException if the file is not supported
   */
  InferenceSession load(Path file, Device device, Signature signature, ExecutionSettings settings) {
    PtNDManager owner = newOwner(device);
    try {
      PtSymbolBlock network =
          JniUtils.loadModule(owner, file, true, new String[0], new String[0], false);
      JniUtils.enableInferenceMode(network);
      return new DjlSession(this, device, network, owner, signature, settings);
    } catch (EngineException e) {
      owner.close();
      throw Failure.whenLoading(file.toString(), e);
    }
  }

  private static ai.djl.Device djlDevice(Device device) {
    return switch (device.kind()) {
      case CPU -> ai.djl.Device.cpu();
      case CUDA -> ai.djl.Device.gpu(device.index());
    };
  }
}
