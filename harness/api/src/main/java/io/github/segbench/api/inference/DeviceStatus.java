package io.github.segbench.api.inference;

import java.util.Objects;

/**
 * Whether a backend can use a device here, for {@code segbench doctor}.
 *
 * @param detail what it is when available, else the true cause why it is not
 */
public record DeviceStatus(Device device, boolean available, String detail) {
  public DeviceStatus {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(detail, "detail");
  }
}
