package io.github.segbench.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtException.OrtErrorCode;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.InferenceSession;
import io.github.segbench.api.inference.SessionSpec;
import io.github.segbench.api.option.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** Makes sessions in the one ONNX Runtime environment of this JVM. */
final class SessionFactory {
  /** Without it an operator that the GPU refuses is computed by the CPU, without a word. */
  private static final String NOT_ON_CPU = "session.disable_cpu_ep_fallback";

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
   * @throws BackendUnavailableException if the device or the provider is not to be had
   * @throws InferenceException if the file is corrupt or not supported, or an option does not fit
   */
  InferenceSession open(SessionSpec spec) {
    SessionSettings settings = new SessionSettings(spec.options());
    ProviderChoice provider = settings.provider(spec.device());
    provider.require(spec.precision());
    String file = spec.modelFile().toString();
    SessionOptions options = sessionOptions(settings, provider);
    try {
      if (settings.profile().isPresent()) {
        Path prefix = settings.profile().get();
        options.enableProfiling(new ProfileFile(prefix, spec.modelFile()).preparedPrefix());
      }
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
      requireWorking(provider);
      throw new InferenceException("model file " + file + " " + describe(e), e);
    }
  }

  /**
   * Runs a network of one operator on a device.
   *
   * @throws BackendUnavailableException with the cause if that fails
   * @throws InferenceException if an option does not fit
   */
  void requireWorking(Device device, Options options) {
    requireWorking(new SessionSettings(options).provider(device));
  }

  private void requireWorking(ProviderChoice provider) {
    SessionSettings settings =
        SessionSettings.with(
            provider.device().kind() == Device.Kind.CUDA
                ? Map.of(SessionSettings.SESSION_CONFIG, Map.of(NOT_ON_CPU, "1"))
                : Map.of());
    try (SessionOptions options = sessionOptions(settings, provider);
        OrtSession session = environment.createSession(OneNodeModel.relu().bytes(), options);
        OnnxTensor x = OnnxTensor.createTensor(environment, new float[] {-1, 0, 1, 2});
        OrtSession.Result result = session.run(Map.of("x", x))) {
      float[] y = (float[]) result.get(0).getValue();
      if (!Arrays.equals(y, new float[] {0, 0, 1, 2})) {
        throw new BackendUnavailableException(
            "onnxruntime computes wrongly on " + provider.name() + ": " + Arrays.toString(y), null);
      }
    } catch (OrtException e) {
      throw unavailable(provider, e);
    }
  }

  private SessionOptions sessionOptions(SessionSettings settings, ProviderChoice provider) {
    try {
      SessionOptions options = settings.sessionOptions();
      try {
        provider.addTo(options);
        return options;
      } catch (BackendUnavailableException e) {
        options.close();
        throw e;
      } catch (OrtException | IOException e) {
        options.close();
        if (provider.settings().isEmpty()) {
          throw unavailable(provider, e);
        }
        // If the provider works without its settings, they are to blame.
        requireWorking(provider.withoutSettings());
        throw new InferenceException(
            "onnxruntime: provider "
                + provider.provider().id()
                + " refuses providerOptions "
                + provider.settings()
                + ": "
                + OneLine.causeOf(e),
            e);
      }
    } catch (OrtException e) {
      throw new InferenceException("onnxruntime refuses its options: " + OneLine.causeOf(e), e);
    }
  }

  private static BackendUnavailableException unavailable(ProviderChoice provider, Exception cause) {
    return new BackendUnavailableException(
        "onnxruntime cannot use " + provider.name() + ": " + OneLine.causeOf(cause), cause);
  }

  private static String describe(OrtException failure) {
    boolean garbage = failure.getCode() == OrtErrorCode.ORT_INVALID_PROTOBUF;
    return (garbage ? "is corrupt or not an ONNX file: " : "cannot be loaded: ")
        + OneLine.causeOf(failure);
  }
}
