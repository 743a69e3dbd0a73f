package io.github.segbench.onnxruntime;

import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.DeviceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds the devices that work: one counts only if a network of one operator gives the right answer
 * on it, because ONNX Runtime names CUDA even where there is no GPU.
 */
final class DeviceProbe {
  private final String version;
  private final Consumer<Device> trial;

  /**
   * @param trial throws {@link BackendUnavailableException} for a device that does not work
   */
  DeviceProbe(String version, Consumer<Device> trial) {
    this.version = version;
    this.trial = trial;
  }

  /** The CPU, then CUDA devices as far as they work, the first in any case. */
  List<DeviceStatus> probe() {
    List<DeviceStatus> statuses = new ArrayList<>();
    statuses.add(status(Device.CPU));
    int index = 0;
    boolean available;
    do {
      DeviceStatus cuda = status(new Device(Device.Kind.CUDA, index));
      available = cuda.available();
      // Beyond the last device a failure is no news.
      if (available || index == 0) {
        statuses.add(cuda);
      }
      index++;
    } while (available);
    return List.copyOf(statuses);
  }

  private DeviceStatus status(Device device) {
    try {
      trial.accept(device);
      return new DeviceStatus(device, true, "ONNX Runtime " + version);
    } catch (BackendUnavailableException e) {
      return new DeviceStatus(device, false, String.valueOf(e.getMessage()));
    }
  }
}
