package io.github.segbench.api.inference;

import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import java.util.List;
import java.util.Set;

/**
 * An inference engine. Found through {@link java.util.ServiceLoader}; has a public constructor
 * without parameters that loads nothing.
 */
public interface Backend {
  /** The value of {@code id} under {@code backends} in a run file, such as {@code onnxruntime}. */
  String id();

  /** One sentence for {@code segbench list}. */
  String description();

  /** The engine's version, such as {@code 1.29.0}. */
  String version();

  /** The formats of {@link io.github.segbench.api.model.ModelFile} that it loads, best first. */
  List<String> formats();

  /** The precisions that it can run. */
  Set<Precision> precisions();

  List<OptionSpec> options();

  /** Tries every device that the engine knows; a device counts as available only if it works. */
  List<DeviceStatus> probe();

  /**
   * Tries every way in which the engine could compute on the first device of its kind, where it has
   * more than one; one counts as available only if it works.
   */
  default List<ProviderStatus> providers() {
    return List.of();
  }

  /**
   * Makes sure that options go with a device and a precision, whether or not they are to be had
   * here; loads nothing.
   *
   * @throws InferenceException if they contradict one another; says how
   */
  default void requireConsistent(Device device, Precision precision, Options options) {}

  /**
   * Makes sure, as far as can be said without a network, that {@link #open} will find the device.
   *
   * @throws BackendUnavailableException with the true cause if it is not to be had here with these
   *     options
   * @throws InferenceException if the options do not fit the device
   */
  default void requireWorking(Device device, Options options) {
    DeviceStatus status =
        probe().stream()
            .filter(known -> known.device().equals(device))
            .findFirst()
            .orElse(new DeviceStatus(device, false, id() + " does not know " + device.id()));
    if (!status.available()) {
      throw new BackendUnavailableException(status.detail(), null);
    }
  }

  /**
   * Loads a network.
   *
   * @throws BackendUnavailableException if the device or precision is not to be had here
   * @throws InferenceException if the file is missing, corrupt or not supported
   */
  InferenceSession open(SessionSpec spec);
}
