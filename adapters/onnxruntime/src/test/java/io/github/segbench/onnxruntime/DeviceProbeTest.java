package io.github.segbench.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.DeviceStatus;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeviceProbeTest {

  @Test
  void saysWhyThereIsNoCuda() {
    List<DeviceStatus> statuses = probeWhere(Set.of("cpu"));
    assertThat(statuses).extracting(status -> status.device().id()).containsExactly("cpu", "cuda");
    assertThat(statuses).extracting(DeviceStatus::available).containsExactly(true, false);
    assertThat(statuses.get(1).detail()).isEqualTo("no cuda here");
  }

  @Test
  void findsEveryGpuAndNoMore() {
    assertThat(probeWhere(Set.of("cpu", "cuda", "cuda:1")))
        .extracting(status -> status.device().id())
        .containsExactly("cpu", "cuda", "cuda:1");
  }

  @Test
  void theCpuOfThisMachineWorks() {
    DeviceStatus cpu = new OnnxRuntimeBackend().probe().get(0);
    assertThat(cpu.available()).isTrue();
    assertThat(cpu.detail()).startsWith("ONNX Runtime 1.");
  }

  private static List<DeviceStatus> probeWhere(Set<String> working) {
    return new DeviceProbe(
            "1.0",
            device -> {
              if (!working.contains(device.id())) {
                throw new BackendUnavailableException("no " + device.id() + " here", null);
              }
            })
        .probe();
  }
}
