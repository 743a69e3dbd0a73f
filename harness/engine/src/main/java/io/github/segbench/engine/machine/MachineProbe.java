package io.github.segbench.engine.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks at the machine. What it cannot find out stays empty. */
public final class MachineProbe {
  private static final long KIBIBYTE = 1L << 10;

  private final Path root;
  private final Command.Runner command;

  /** Looks at this machine. */
  public MachineProbe() {
    this(Path.of("/"), Command::run);
  }

  /**
   * @param root what has {@code proc} and {@code sys}
   * @param command runs programs
   */
  MachineProbe(Path root, Command.Runner command) {
    this.root = root;
    this.command = command;
  }

  public Machine probe() {
    Command.Outcome smi = command.run(Gpu.QUERY);
    List<Gpu> gpus = smi.succeeded() ? Gpu.parse(smi.output()) : List.of();
    return new Machine(
        cpu(),
        Runtime.getRuntime().availableProcessors(),
        limits(),
        memoryBytes(),
        availableBytes(),
        governors(),
        gpus,
        gpus.isEmpty() ? gpuNote(smi) : "");
  }

  /** The processors alone; reads one file. */
  public Cpu cpu() {
    String text = read("proc/cpuinfo");
    return text.isEmpty() ? Cpu.UNKNOWN : Cpu.parse(text);
  }

  /** The memory of the machine; 0 if it is not known. */
  public static long memoryBytes() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean machine
        ? machine.getTotalMemorySize()
        : 0;
  }

  private static String gpuNote(Command.Outcome smi) {
    if (smi.succeeded()) {
      return "nvidia-smi lists none";
    }
    String said = smi.output().lines().map(String::strip).findFirst().orElse("");
    return said.isEmpty() ? "nvidia-smi fails" : "nvidia-smi: " + said;
  }

  private long availableBytes() {
    return read("proc/meminfo")
        .lines()
        .filter(line -> line.startsWith("MemAvailable:"))
        .map(line -> line.replaceAll("\\D", ""))
        .filter(digits -> !digits.isEmpty())
        .mapToLong(digits -> Long.parseLong(digits) * KIBIBYTE)
        .findFirst()
        .orElse(0);
  }

  private CgroupLimits limits() {
    CgroupLimits limits =
        CgroupLimits.version1(
            read("sys/fs/cgroup/cpu/cpu.cfs_quota_us"),
            read("sys/fs/cgroup/cpu/cpu.cfs_period_us"),
            read("sys/fs/cgroup/memory/memory.limit_in_bytes"));
    Path top = root.resolve("sys/fs/cgroup");
    // A group's limits hold for the groups below it.
    for (Path group = top.resolve(ownGroup()).normalize();
        group != null && group.startsWith(top);
        group = group.getParent()) {
      limits =
          limits.and(
              CgroupLimits.version2(
                  read(group.resolve("cpu.max")), read(group.resolve("memory.max"))));
    }
    return limits;
  }

  /** In version 2, the line {@code 0::/path}. */
  private String ownGroup() {
    return read("proc/self/cgroup")
        .lines()
        .filter(line -> line.startsWith("0::/"))
        .map(line -> line.substring("0::/".length()))
        .findFirst()
        .orElse("");
  }

  private List<String> governors() {
    Path cpus = root.resolve("sys/devices/system/cpu");
    if (!Files.isDirectory(cpus)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(cpus)) {
      return all.filter(cpu -> cpu.getFileName().toString().matches("cpu\\d+"))
          .map(cpu -> read(cpu.resolve("cpufreq").resolve("scaling_governor")).strip())
          .filter(governor -> !governor.isEmpty())
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private String read(String path) {
    return read(root.resolve(path));
  }

  private static String read(Path file) {
    if (!Files.isReadable(file)) {
      return "";
    }
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
