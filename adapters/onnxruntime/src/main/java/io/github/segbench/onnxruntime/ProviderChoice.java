package io.github.segbench.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ai.onnxruntime.providers.OrtTensorRTProviderOptions;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.Precision;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The execution provider of a session.
 *
 * @param settings for the provider, in its own words
 * @param threads that it may use on the CPU; 0 for its own choice
 */
record ProviderChoice(
    ExecutionProvider provider, Device device, Map<String, String> settings, int threads) {
  /** What TensorRT computes in, which is what the trial's precision says and nothing else. */
  private static final String TENSORRT_REDUCED = "trt_(fp16|int8|bf16|fp8)_enable";

  ProviderChoice {
    settings = Map.copyOf(settings);
  }

  /**
   * @throws InferenceException if the settings are not for this provider or contradict the
   *     precision
   */
  void require(Precision precision) {
    boolean takesNone =
        provider == ExecutionProvider.CPU
            || provider == ExecutionProvider.OPENVINO
            || provider == ExecutionProvider.DNNL;
    if (takesNone && !settings.isEmpty()) {
      throw new InferenceException(
          "onnxruntime: provider " + provider.id() + " takes no providerOptions, found " + settings,
          null);
    }
    settings.forEach(
        (key, value) -> {
          boolean off = value.equals("0") || value.equalsIgnoreCase("false");
          if (precision == Precision.FP32 && key.matches(TENSORRT_REDUCED) && !off) {
            throw new InferenceException(
                "onnxruntime: providerOptions has "
                    + key
                    + ": "
                    + value
                    + ", but the precision is fp32",
                null);
          }
        });
  }

  ProviderChoice withoutSettings() {
    return new ProviderChoice(provider, device, Map.of(), threads);
  }

  /** As in messages: the device, and the provider if it is not the device's own. */
  String name() {
    boolean own = provider == ExecutionProvider.CPU || provider == ExecutionProvider.CUDA;
    return own ? device.id() : provider.id() + " on " + device.id();
  }

  /**
   * Has a session computed by this provider.
   *
   * @throws BackendUnavailableException if this build of ONNX Runtime does not have it
   * @throws OrtException if it does not load
   * @throws IOException if its libraries cannot be unpacked
   */
  void addTo(SessionOptions session) throws OrtException, IOException {
    requireBuiltIn();
    NativeLibraries.unpack(provider.libraries());
    switch (provider) {
      case CPU -> {}
      case CUDA -> addCuda(session, settings);
      case TENSORRT -> {
        addTensorRt(session);
        // Takes the operators that TensorRT does not have.
        addCuda(session, Map.of());
      }
      case XNNPACK ->
          session.addXnnpack(withDefault("intra_op_num_threads", String.valueOf(threads)));
      case OPENVINO -> session.addOpenVINO("CPU");
      case DNNL -> session.addDnnl(true);
      case COREML -> session.addCoreML(withDefault("MLComputeUnits", "CPUOnly"));
    }
  }

  private void requireBuiltIn() {
    EnumSet<OrtProvider> built = OrtEnvironment.getAvailableProviders();
    if (!built.contains(provider.provider())) {
      throw new BackendUnavailableException(
          "onnxruntime has no "
              + name()
              + ": this build has "
              + String.join(", ", built.stream().map(OrtProvider::name).toList())
                  .toLowerCase(Locale.ROOT)
              + " alone; "
              + provider.howToGet(),
          null);
    }
  }

  private void addCuda(SessionOptions session, Map<String, String> given) throws OrtException {
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(device.index())) {
      // TF32 has ten bits of mantissa: not what fp32 promises.
      cuda.add("use_tf32", "0");
      for (Map.Entry<String, String> setting : given.entrySet()) {
        cuda.add(setting.getKey(), setting.getValue());
      }
      session.addCUDA(cuda);
    }
  }

  private void addTensorRt(SessionOptions session) throws OrtException {
    try (OrtTensorRTProviderOptions tensorRt = new OrtTensorRTProviderOptions(device.index())) {
      for (Map.Entry<String, String> setting : settings.entrySet()) {
        tensorRt.add(setting.getKey(), setting.getValue());
      }
      session.addTensorrt(tensorRt);
    }
  }

  private Map<String, String> withDefault(String key, String value) {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putIfAbsent(key, value);
    return all;
  }
}
