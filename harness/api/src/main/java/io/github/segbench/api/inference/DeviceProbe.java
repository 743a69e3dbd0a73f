package io.github.segbench.api.inference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Finds the devices that work, for a {@link Backend}: one counts only if it gives the right answer,
 * because engines name CUDA even where there is no GPU.
 */
public final class DeviceProbe {
  private final String engine;
  private final Consumer<Device> trial;

  /**
   * @param engine with its version, such as {@code ONNX Runtime 1.29.0}
   * @param trial throws {@link BackendUnavailableException} for a device that does not work
   */
  public DeviceProbe(String engine, Consumer<Device> trial) {
    this.engine = Objects.requireNonNull(engine, "engine");
    this.trial = Objects.requireNonNull(trial, "trial");
  }

  /** The CPU, then CUDA devices as far as they work, the first in any case. */
  public List<DeviceStatus> probe() {
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
      return new DeviceStatus(device, true, engine);
    } catch (BackendUnavailableException e) {
      return new DeviceStatus(device, false, String.valueOf(e.getMessage()));
    }
  }
}
