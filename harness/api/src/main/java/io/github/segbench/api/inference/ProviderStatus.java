package io.github.segbench.api.inference;

import java.util.Objects;

/**
 * Whether one of an engine's ways to compute on a device works here, for {@code segbench doctor}.
 *
 * @param id the engine's option for it, such as {@code tensorrt}
 * @param detail what it is when available, else the true cause why it is not
 */
public record ProviderStatus(String id, Device device, boolean available, String detail) {
  public ProviderStatus {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(detail, "detail");
  }
}
