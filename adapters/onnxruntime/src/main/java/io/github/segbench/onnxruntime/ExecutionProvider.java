package io.github.segbench.onnxruntime;

import ai.onnxruntime.OrtProvider;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceException;
import java.util.Arrays;
import java.util.List;

/**
 * An execution provider: the part of ONNX Runtime that computes operators on some device. Operators
 * that it does not have are left to the CPU.
 */
enum ExecutionProvider {
  CPU("cpu", OrtProvider.CPU, Device.Kind.CPU, List.of(), "every build has it"),
  CUDA(
      "cuda",
      OrtProvider.CUDA,
      Device.Kind.CUDA,
      List.of("onnxruntime_providers_cuda"),
      "build with 'mvn -Pcuda'; needs an NVIDIA GPU, CUDA 12 and cuDNN 9"),
  TENSORRT(
      "tensorrt",
      OrtProvider.TENSOR_RT,
      Device.Kind.CUDA,
      List.of("onnxruntime_providers_cuda", "onnxruntime_providers_tensorrt"),
      "build with 'mvn -Pcuda'; needs TensorRT 10 besides CUDA 12 and cuDNN 9"),
  XNNPACK("xnnpack", OrtProvider.XNNPACK, Device.Kind.CPU, List.of(), ownBuild("XNNPACK")),
  OPENVINO(
      "openvino",
      OrtProvider.OPEN_VINO,
      Device.Kind.CPU,
      List.of("onnxruntime_providers_openvino"),
      ownBuild("OpenVINO")),
  DNNL(
      "dnnl",
      OrtProvider.DNNL,
      Device.Kind.CPU,
      List.of("onnxruntime_providers_dnnl"),
      ownBuild("oneDNN")),
  COREML("coreml", OrtProvider.CORE_ML, Device.Kind.CPU, List.of(), "needs macOS");

  /** The option's value for the plain provider of the device. */
  static final String AUTO = "auto";

  private final String id;
  private final OrtProvider provider;
  private final Device.Kind device;
  private final List<String> libraries;
  private final String howToGet;

  ExecutionProvider(
      String id,
      OrtProvider provider,
      Device.Kind device,
      List<String> libraries,
      String howToGet) {
    this.id = id;
    this.provider = provider;
    this.device = device;
    this.libraries = libraries;
    this.howToGet = howToGet;
  }

  private static String ownBuild(String name) {
    return "needs an ONNX Runtime built with "
        + name
        + ", its folder named by -D"
        + NativeLibraries.FOLDER_PROPERTY;
  }

  /**
   * The provider that an option's value means on a device.
   *
   * @throws InferenceException if the two do not go together
   */
  static ExecutionProvider of(String option, Device device) {
    for (ExecutionProvider provider : values()) {
      boolean fits = provider.device == device.kind();
      if (fits && (option.equals(AUTO) || option.equals(provider.id))) {
        return provider;
      }
      if (option.equals(provider.id)) {
        throw new InferenceException(
            "onnxruntime: provider "
                + option
                + " is for device "
                + new Device(provider.device, 0).id()
                + ", found device "
                + device.id(),
            null);
      }
    }
    throw new IllegalArgumentException("no provider " + option);
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(ExecutionProvider::id).toList();
  }

  String id() {
    return id;
  }

  /** ONNX Runtime's name of it. */
  OrtProvider provider() {
    return provider;
  }

  /** What it computes on. */
  Device.Kind device() {
    return device;
  }

  /** The libraries that it needs beyond those of the CPU. */
  List<String> libraries() {
    return libraries;
  }

  /** What to do to have it, in a few words. */
  String howToGet() {
    return howToGet;
  }
}
