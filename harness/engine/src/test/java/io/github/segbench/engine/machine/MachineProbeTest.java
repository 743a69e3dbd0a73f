package io.github.segbench.engine.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  @Test
  void countsTheEnergyOfWholePackagesOnly() throws IOException {
    writeZone("intel-rapl:0", "package-0", "1000000");
    writeZone("intel-rapl:0:0", "core", "900000");
    writeZone("intel-rapl:1", "package-1", "2000000");
    writeZone("intel-rapl:2", "psys", "7000000");
    writeZone("intel-rapl-mmio:0", "package-0", "1000000");
    assertThat(probe().packageEnergy())
        .isEqualTo(
            new EnergyReading(
                Map.of(
                    "intel-rapl:0", new EnergyReading.Counter(1_000_000, 262_143_328_850L),
                    "intel-rapl:1", new EnergyReading.Counter(2_000_000, 262_143_328_850L))));
  }

  /** Half of the packages would pass for all of them. */
  @Test
  void countsNoEnergyIfAPackageIsNotReadable() throws IOException {
    writeZone("intel-rapl:0", "package-0", "1000000");
    writeZone("intel-rapl:1", "package-1", "");
    assertThat(probe().packageEnergy()).isEqualTo(EnergyReading.NONE);
  }

  @Test
  void findsThePeakOfItsOwnMemory() throws IOException {
    write("proc/self/status", "Name:\tjava\nVmHWM:\t  524288 kB\nVmRSS:\t  100 kB\n");
    assertThat(probe().peakResidentBytes()).isEqualTo(512L << 20);
  }

  @Test
  void sumsAProcessOverTheGpusThatItIsOn() {
    MachineProbe probe =
        new MachineProbe(
            root,
            commandLine -> {
              assertThat(commandLine).contains("--query-compute-apps=pid,used_memory");
              return new Command.Outcome(true, "70, 100\n71, 1000\n71, 24\n71, [N/A]\n");
            });
    assertThat(probe.gpuMemoryBytes(71)).isEqualTo(1024L << 20);
    assertThat(probe.gpuMemoryBytes(72)).isZero();
  }

  @Test
  void seesWhatTheMachineIsDoing() throws IOException {
    write("proc/stat", "cpu  1 2 3 4 5 6 7 8 0 0\n");
    write("proc/self/stat", "7 (java) R 1 1 1 1 1 1 1 1 1 1 9 8 7 6 0\n");
    write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave\n");
    Activity activity = probe().activity();
    assertThat(activity.processors()).isEqualTo(new ProcessorTimes(19, 9, 8, 30));
    assertThat(activity.governors()).containsExactly("powersave");
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
    assertThat(probe().activity().processors()).isEqualTo(ProcessorTimes.UNKNOWN);
    assertThat(probe().packageEnergy()).isEqualTo(EnergyReading.NONE);
    assertThat(probe().peakResidentBytes()).isZero();
    assertThat(probe().gpuMemoryBytes(1)).isZero();
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

  private MachineProbe probe() {
    return new MachineProbe(root, NO_PROGRAM);
  }

  private Machine probe(Command.Runner command) {
    return new MachineProbe(root, command).probe();
  }

  /** The range is that of a real processor. */
  private void writeZone(String zone, String name, String microjoules) throws IOException {
    String folder = "sys/class/powercap/" + zone + "/";
    write(folder + "name", name + "\n");
    write(folder + "energy_uj", microjoules + "\n");
    write(folder + "max_energy_range_uj", "262143328850\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
