package io.github.segbench.djl;

import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.DeviceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds the devices that work: one counts only if PyTorch computes the right numbers on it. */
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
    DeviceStatus cuda = status(new Device(Device.Kind.CUDA, 0));
    statuses.add(cuda);
    while (cuda.available()) {
      cuda = status(new Device(Device.Kind.CUDA, cuda.device().index() + 1));
      // Beyond the last device a failure is no news.
      if (cuda.available()) {
        statuses.add(cuda);
      }
    }
    return List.copyOf(statuses);
  }

  private DeviceStatus status(Device device) {
    try {
      trial.accept(device);
      return new DeviceStatus(device, true, "PyTorch " + version);
    } catch (BackendUnavailableException e) {
      return new DeviceStatus(device, false, String.valueOf(e.getMessage()));
    }
  }
}
