package io.github.segbench.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineProbeTest {
  private static final Command.Runner NO_PROGRAM =
      commandLine -> new Command.Outcome(false, "not found");

  @TempDir private Path root;

  @Test
  void findsTheGpusThatNvidiaSmiLists() {
    Machine machine =
        probe(
            commandLine -> {
              assertThat(commandLine).contains("nvidia-smi", "--format=csv,noheader,nounits");
              return new Command.Outcome(
                  true,
                  """
                  0, NVIDIA H100 80GB HBM3, 550.90.07, 81559
                  1, Tesla T4, 550.90.07, [N/A]
                  """);
            });
    assertThat(machine.gpus())
        .containsExactly(
            new Gpu(0, "NVIDIA H100 80GB HBM3", "550.90.07", 81559L << 20),
            new Gpu(1, "Tesla T4", "550.90.07", 0));
    assertThat(machine.gpuNote()).isEmpty();
  }

  @Test
  void saysWhyThereIsNoGpu() {
    assertThat(probe(NO_PROGRAM).gpuNote()).isEqualTo("nvidia-smi: not found");
    String failure =
        "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure"
            + " that the latest NVIDIA driver is installed and running.\n\n";
    Machine broken = probe(commandLine -> new Command.Outcome(false, failure));
    assertThat(broken.gpuNote()).isEqualTo("nvidia-smi: " + failure.strip());
    Machine empty = probe(commandLine -> new Command.Outcome(true, "No devices were found\n"));
    assertThat(empty.gpuNote()).isEqualTo("nvidia-smi lists none");
  }

  @Test
  void findsLimitsOfTheGroupsAboveItsOwn() throws IOException {
    write("proc/self/cgroup", "0::/user.slice/job\n");
    write("sys/fs/cgroup/user.slice/cpu.max", "400000 100000\n");
    write("sys/fs/cgroup/user.slice/job/cpu.max", "max 100000\n");
    write("sys/fs/cgroup/user.slice/job/memory.max", "1024\n");
    assertThat(probe(NO_PROGRAM).limits()).isEqualTo(new CgroupLimits(4.0, 1024L));
  }

  @Test
  void findsLimitsOfVersion1() throws IOException {
    write("proc/self/cgroup", "4:memory:/x\n0::/\n");
    write("sys/fs/cgroup/cpu/cpu.cfs_quota_us", "50000\n");
    write("sys/fs/cgroup/cpu/cpu.cfs_period_us", "100000\n");
    assertThat(probe(NO_PROGRAM).limits()).isEqualTo(new CgroupLimits(0.5, null));
  }

  @Test
  void namesEachGovernorOnce() throws IOException {
    write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
    write("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "performance\n");
    write("sys/devices/system/cpu/cpu2/cpufreq/scaling_governor", "performance\n");
    write("sys/devices/system/cpu/cpufreq/scaling_governor", "not one of a processor\n");
    assertThat(probe(NO_PROGRAM).governors()).containsExactly("performance", "powersave");
  }

  @Test
  void findsProcessorsAndFreeMemory() throws IOException {
    write("proc/cpuinfo", "processor\t: 0\nmodel name\t: AMD EPYC\n");
    write("proc/meminfo", "MemTotal:       24684096 kB\nMemAvailable:   21650792 kB\n");
    Machine machine = probe(NO_PROGRAM);
    assertThat(machine.cpu().model()).isEqualTo("AMD EPYC");
    assertThat(machine.availableBytes()).isEqualTo(21650792L * 1024);
  }

  /** As on Windows and macOS. */
  @Test
  void survivesASystemWithoutTheseFiles() {
    Machine machine = probe(NO_PROGRAM);
    assertThat(machine.cpu()).isEqualTo(Cpu.UNKNOWN);
    assertThat(machine.limits()).isEqualTo(CgroupLimits.NONE);
    assertThat(machine.governors()).isEmpty();
    assertThat(machine.availableBytes()).isZero();
    assertThat(machine.processors()).isPositive();
  }

  @Test
  void aProgramThatIsNotThereIsNoError() {
    assertThat(Command.run(List.of("no-such-program-" + root.hashCode())))
        .isEqualTo(new Command.Outcome(false, "not found"));
  }

  @Test
  void aProgramThatFailsKeepsItsWords() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Command.Outcome outcome = Command.run(List.of(java, "--no-such-option"));
    assertThat(outcome.succeeded()).isFalse();
    assertThat(outcome.output()).contains("--no-such-option");
  }

  private Machine probe(Command.Runner command) {
    return new MachineProbe(root, command).probe();
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
