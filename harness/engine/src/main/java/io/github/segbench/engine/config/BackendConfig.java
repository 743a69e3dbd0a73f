package io.github.segbench.engine.config;

import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.option.Options;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A backend of a run.
 *
 * @param required if true, a run stops before any work when the backend is not there; if false, its
 *     trials are skipped
 */
public record BackendConfig(
    String id, Device device, Precision precision, boolean required, Options options) {
  /** What stands in the place of a backend for models that need none. */
  public static final BackendConfig BUILT_IN =
      new BackendConfig(
          "builtin", Device.CPU, Precision.FP32, false, new Options(List.of(), Map.of()));

  public BackendConfig {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(precision, "precision");
    Objects.requireNonNull(options, "options");
  }

  /** Id, device and precision, such as {@code onnxruntime-cpu-fp32}. */
  public String label() {
    return id + "-" + device.id() + "-" + precision.id();
  }
}
