package io.github.segbench.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtProvider;
import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.inference.ProviderStatus;
import io.github.segbench.api.option.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ExecutionProviderTest {
  private static final Device CUDA = Device.parse("cuda");

  @TempDir private Path folder;

  @BeforeEach
  void loadOnnxRuntime() {
    SessionFactory.onThisMachine();
  }

  @ParameterizedTest
  @CsvSource({
    "auto, cpu, CPU",
    "auto, cuda, CUDA",
    "cuda, cuda:1, CUDA",
    "tensorrt, cuda, TENSORRT",
    "xnnpack, cpu, XNNPACK"
  })
  void goesWithItsDevice(String option, String device, ExecutionProvider expected) {
    assertThat(ExecutionProvider.of(option, Device.parse(device))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"tensorrt, cpu, cuda", "cuda, cpu, cuda", "cpu, cuda, cpu", "xnnpack, cuda:1, cpu"})
  void refusesAnotherDevice(String option, String device, String expected) {
    assertThatThrownBy(() -> ExecutionProvider.of(option, Device.parse(device)))
        .isInstanceOf(InferenceException.class)
        .hasMessage(
            "onnxruntime: provider "
                + option
                + " is for device "
                + expected
                + ", found device "
                + device);
  }

  /** Skipped with the reason, not failed: another build or machine may have it. */
  @ParameterizedTest
  @EnumSource
  void whatThisBuildLacksIsUnavailableAndSaysHowToGetIt(ExecutionProvider provider)
      throws IOException {
    assumeTrue(!built(provider.provider()), "this build has " + provider.id());
    Path file = TestNetwork.identity(DataType.FLOAT).write(folder.resolve("net.onnx"));
    Device device = new Device(provider.device(), 0);
    Map<String, String> options = Map.of("provider", provider.id());
    assertThatThrownBy(() -> TestNetwork.open(file, device, Precision.FP32, options))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessageStartingWith("onnxruntime has no " + provider.id())
        .hasMessageContaining(device.id())
        .hasMessageContaining("this build has cpu")
        .hasMessageEndingWith(provider.howToGet());
  }

  private static boolean built(OrtProvider provider) {
    return OrtEnvironment.getAvailableProviders().contains(provider);
  }

  @Test
  void theCpuTakesNoSettings() throws IOException {
    Path file = TestNetwork.identity(DataType.FLOAT).write(folder.resolve("net.onnx"));
    Map<String, Map<String, String>> options = Map.of("providerOptions", Map.of("arena", "1"));
    assertThatThrownBy(() -> TestNetwork.open(file, Precision.FP32, options))
        .isInstanceOf(InferenceException.class)
        .hasMessage("onnxruntime: provider cpu takes no providerOptions, found {arena=1}");
  }

  /** The results would call it fp32. */
  @Test
  void refusesReducedPrecisionUnderTheNameOfFp32() {
    ProviderChoice halves = tensorRt("True");
    assertThatThrownBy(() -> halves.require(Precision.FP32))
        .isInstanceOf(InferenceException.class)
        .hasMessage(
            "onnxruntime: providerOptions has trt_fp16_enable: True, but the precision is fp32");
    halves.require(Precision.FP16);
    tensorRt("0").require(Precision.FP32);
  }

  private static ProviderChoice tensorRt(String halves) {
    Map<String, String> settings = Map.of("trt_fp16_enable", halves);
    return new ProviderChoice(ExecutionProvider.TENSORRT, CUDA, settings, 1);
  }

  @Test
  void theProbeTriesEachProviderOnItsDevice() {
    List<ProviderStatus> statuses = probeWhere(Set.of("cpu on cpu", "tensorrt on cuda"));
    assertThat(statuses).extracting(ProviderStatus::id).isEqualTo(ExecutionProvider.ids());
    assertThat(statuses)
        .filteredOn(ProviderStatus::available)
        .extracting(ProviderStatus::id)
        .containsExactly("cpu", "tensorrt");
    assertThat(statuses.get(1).detail()).isEqualTo("no cuda on cuda");
  }

  private static List<ProviderStatus> probeWhere(Set<String> working) {
    return new ProviderProbe(
            (Device device, Options options) -> {
              String asked = options.string("provider") + " on " + device.id();
              if (!working.contains(asked)) {
                throw new BackendUnavailableException("no " + asked, null);
              }
            })
        .probe();
  }

  @Test
  void theCpuOfThisMachineWorks() {
    ProviderStatus cpu = new OnnxRuntimeBackend().providers().get(0);
    assertThat(cpu.id()).isEqualTo("cpu");
    assertThat(cpu.available()).isTrue();
  }
}
