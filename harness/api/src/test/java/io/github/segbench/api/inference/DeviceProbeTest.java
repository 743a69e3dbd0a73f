package io.github.segbench.api.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeviceProbeTest {

  @Test
  void saysWhyThereIsNoCuda() {
    List<DeviceStatus> statuses = probeWhere(Set.of("cpu"));
    assertThat(statuses).extracting(status -> status.device().id()).containsExactly("cpu", "cuda");
    assertThat(statuses).extracting(DeviceStatus::available).containsExactly(true, false);
    assertThat(statuses.get(0).detail()).isEqualTo("Engine 1.0");
    assertThat(statuses.get(1).detail()).isEqualTo("no cuda here");
  }

  @Test
  void findsEveryGpuAndNoMore() {
    assertThat(probeWhere(Set.of("cpu", "cuda", "cuda:1")))
        .extracting(status -> status.device().id())
        .containsExactly("cpu", "cuda", "cuda:1");
  }

  private static List<DeviceStatus> probeWhere(Set<String> working) {
    return new DeviceProbe(
            "Engine 1.0",
            device -> {
              if (!working.contains(device.id())) {
                throw new BackendUnavailableException("no " + device.id() + " here", null);
              }
            })
        .probe();
  }
}
