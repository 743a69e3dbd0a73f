package io.github.segbench.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtException.OrtErrorCode;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.option.Options;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;

/** Makes sessions in the one ONNX Runtime environment of this JVM. */
final class SessionFactory {
  private final OrtEnvironment environment;

  private SessionFactory(OrtEnvironment environment) {
    this.environment = environment;
  }

  /**
   * Loads the native libraries on first use.
   *
   * @throws BackendUnavailableException if they do not load here
   */
  static SessionFactory onThisMachine() {
    try {
      NativeLibraries.unpack(NativeLibraries.CORE);
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "segbench");
      environment.setTelemetry(false);
      return new SessionFactory(environment);
    } catch (IOException | LinkageError | OrtException e) {
      throw new BackendUnavailableException(
          "ONNX Runtime's native library does not load here: " + OneLine.causeOf(e), e);
    }
  }

  /**
   * @throws BackendUnavailableException if the device is not to be had
   * @throws InferenceException if the file is corrupt or not supported
   */
  InferenceSession open(SessionSpec spec) {
    String file = spec.modelFile().toString();
    SessionOptions options = sessionOptions(spec.options(), spec.device());
    try {
      OrtSession session = environment.createSession(file, options);
      try {
        return new OnnxRuntimeSession(environment, session, options, Signature.of(file, session));
      } catch (OrtException | InferenceException e) {
        session.close();
        throw e;
      }
    } catch (InferenceException e) {
      options.close();
      throw e;
    } catch (OrtException e) {
      options.close();
      requireWorking(spec.device());
      throw new InferenceException("model file " + file + " " + describe(e), e);
    }
  }

  /**
   * Runs a network of one operator on a device.
   *
   * @throws BackendUnavailableException with the cause if that fails
   */
  void requireWorking(Device device) {
    try (SessionOptions options = sessionOptions(defaults(), device);
        OrtSession session = environment.createSession(OneNodeModel.relu().bytes(), options);
        OnnxTensor x = OnnxTensor.createTensor(environment, new float[] {-1, 0, 1, 2});
        OrtSession.Result result = session.run(Map.of("x", x))) {
      float[] y = (float[]) result.get(0).getValue();
      if (!Arrays.equals(y, new float[] {0, 0, 1, 2})) {
        throw new BackendUnavailableException(
            "onnxruntime computes wrongly on " + device.id() + ": " + Arrays.toString(y), null);
      }
    } catch (OrtException e) {
      throw unavailable(device, e);
    }
  }

  private static Options defaults() {
    return new Options(SessionSettings.OPTIONS, Map.of());
  }

  private static SessionOptions sessionOptions(Options given, Device device) {
    try {
      SessionOptions options = SessionSettings.sessionOptions(given);
      try {
        if (device.kind() == Device.Kind.CUDA) {
          addCuda(options, device);
        }
        return options;
      } catch (OrtException | IOException | BackendUnavailableException e) {
        options.close();
        throw e instanceof BackendUnavailableException known ? known : unavailable(device, e);
      }
    } catch (OrtException e) {
      throw new InferenceException("onnxruntime refuses its options: " + OneLine.causeOf(e), e);
    }
  }

  private static void addCuda(SessionOptions options, Device device)
      throws OrtException, IOException {
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      throw new BackendUnavailableException(
          "onnxruntime has no "
              + device.id()
              + ": this build is for the CPU alone,"
              + " build with 'mvn -Pcuda'",
          null);
    }
    NativeLibraries.unpack(NativeLibraries.CUDA);
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(device.index())) {
      // TF32 has ten bits of mantissa: not what fp32 promises.
      cuda.add("use_tf32", "0");
      options.addCUDA(cuda);
    }
  }

  private static BackendUnavailableException unavailable(Device device, Exception cause) {
    return new BackendUnavailableException(
        "onnxruntime cannot use " + device.id() + ": " + OneLine.causeOf(cause), cause);
  }

  private static String describe(OrtException failure) {
    boolean garbage = failure.getCode() == OrtErrorCode.ORT_INVALID_PROTOBUF;
    return (garbage ? "is corrupt or not an ONNX file: " : "cannot be loaded: ")
        + OneLine.causeOf(failure);
  }
}
