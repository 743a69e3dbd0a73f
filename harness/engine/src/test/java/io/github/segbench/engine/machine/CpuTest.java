package io.github.segbench.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** On recorded files, cut to the lines and flags that tell them apart. */
final class CpuTest {

  @Test
  void readsAVirtualMachineWithAvx512() {
    Cpu cpu =
        Cpu.parse(
            """
            processor\t: 0
            vendor_id\t: AuthenticAMD
            model\t\t: 17
            model name\t: AMD EPYC
            physical id\t: 0
            siblings\t: 2
            core id\t\t: 0
            cpu cores\t: 2
            flags\t\t: fpu ht fma avx f16c hypervisor avx2 avx512f avx512bw avx512_bf16 avx512_vnni
            bugs\t\t: spectre_v1

            processor\t: 1
            vendor_id\t: AuthenticAMD
            model\t\t: 17
            model name\t: AMD EPYC
            physical id\t: 0
            siblings\t: 2
            core id\t\t: 1
            cpu cores\t: 2
            flags\t\t: fpu ht fma avx f16c hypervisor avx2 avx512f avx512bw avx512_bf16 avx512_vnni
            """);
    assertThat(cpu.model()).isEqualTo("AMD EPYC");
    assertThat(cpu.virtual()).isTrue();
    assertThat(cpu.sockets()).isOne();
    assertThat(cpu.cores()).isEqualTo(2);
    assertThat(cpu.threads()).isEqualTo(2);
    assertThat(cpu.features())
        .containsExactly(
            "avx", "avx2", "fma", "f16c", "avx512f", "avx512bw", "avx512_vnni", "avx512_bf16");
  }

  /** Core 0 of one socket is not core 0 of the other; two threads share a core. */
  @Test
  void countsCoresOfTwoSocketsWithHyperThreading() {
    StringBuilder text = new StringBuilder();
    for (int thread = 0; thread < 8; thread++) {
      text.append("processor\t: ").append(thread).append('\n');
      text.append("model name\t: Intel(R) Xeon(R) Gold 6430\n");
      text.append("physical id\t: ").append(thread / 2 % 2).append('\n');
      text.append("core id\t\t: ").append(thread / 4).append('\n');
      text.append("flags\t\t: avx2 amx_bf16 amx_tile amx_int8\n\n");
    }
    Cpu cpu = Cpu.parse(text.toString());
    assertThat(cpu.sockets()).isEqualTo(2);
    // Sockets 0 and 1, cores 0 and 1 of each.
    assertThat(cpu.cores()).isEqualTo(4);
    assertThat(cpu.threads()).isEqualTo(8);
    assertThat(cpu.virtual()).isFalse();
    assertThat(cpu.features()).containsExactly("avx2", "amx_tile", "amx_int8", "amx_bf16");
  }

  /** ARM says neither the model nor which core a thread is of. */
  @Test
  void readsArm() {
    Cpu cpu =
        Cpu.parse(
            """
            processor\t: 0
            BogoMIPS\t: 243.75
            Features\t: fp asimd aes fphp asimdhp asimddp sve i8mm bf16
            CPU implementer\t: 0x41

            processor\t: 1
            Features\t: fp asimd aes fphp asimdhp asimddp sve i8mm bf16
            """);
    assertThat(cpu)
        .isEqualTo(
            new Cpu(
                "", 0, 0, 2, List.of("asimd", "asimdhp", "asimddp", "i8mm", "bf16", "sve"), false));
  }
}
