package io.github.segbench.djl;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.segbench.api.inference.BackendUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProcessorFaultTest {
  @TempDir private Path folder;

  private Path processors(String vendor, int family) throws IOException {
    return Files.writeString(
        folder.resolve("cpuinfo"),
        "processor\t: 0\nvendor_id\t: "
            + vendor
            + "\ncpu family\t: "
            + family
            + "\nmodel\t\t: 2\n");
  }

  @Test
  void refusesAmdsFamily26() throws IOException {
    Path processors = processors("AuthenticAMD", 26);
    assertThatThrownBy(() -> ProcessorFault.requireAbsent(processors, Map.of()))
        .isInstanceOf(BackendUnavailableException.class)
        .hasMessageContaining("DNNL_MAX_CPU_ISA=AVX2");
  }

  @ParameterizedTest
  @CsvSource({"DNNL_MAX_CPU_ISA", "ONEDNN_MAX_CPU_ISA"})
  void takesItWithALimit(String variable) throws IOException {
    Path processors = processors("AuthenticAMD", 26);
    assertThatCode(() -> ProcessorFault.requireAbsent(processors, Map.of(variable, "AVX2")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"AuthenticAMD, 25", "AuthenticAMD, 261", "GenuineIntel, 26"})
  void takesOthers(String vendor, int family) throws IOException {
    Path processors = processors(vendor, family);
    assertThatCode(() -> ProcessorFault.requireAbsent(processors, Map.of()))
        .doesNotThrowAnyException();
  }

  @Test
  void takesASystemThatDoesNotTell() {
    assertThatCode(() -> ProcessorFault.requireAbsent(folder.resolve("absent"), Map.of()))
        .doesNotThrowAnyException();
  }
}
