package io.github.segbench.engine.machine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** What the machine is doing; reads a few small files. */
  public Activity activity() {
    return new Activity(
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        ProcessorTimes.parse(read("proc/stat"), read("proc/self/stat")),
        governors());
  }

  /** The energy that the processor packages have used so far. */
  public EnergyReading packageEnergy() {
    Map<String, EnergyReading.Counter> packages = new HashMap<>();
    // Zones within a package have two numbers; others at the top, such as psys, other names.
    for (Path zone : children("sys/class/powercap", "intel-rapl:\\d+")) {
      if (read(zone.resolve("name")).startsWith("package")) {
        String energy = read(zone.resolve("energy_uj")).strip();
        String range = read(zone.resolve("max_energy_range_uj")).strip();
        if (!isNumber(energy) || !isNumber(range)) {
          return EnergyReading.NONE;
        }
        packages.put(
            zone.getFileName().toString(),
            new EnergyReading.Counter(Long.parseLong(energy), Long.parseLong(range)));
      }
    }
    return new EnergyReading(packages);
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,18}");
  }

  /** The most physical memory that this process has had at once; 0 if it is not known. */
  public long peakResidentBytes() {
    return bytes("proc/self/status", "VmHWM:");
  }

  /**
   * The memory of all GPUs that a process has; 0 if it has none or the driver does not say, as it
   * often does not from within a container. Starts a program.
   */
  public long gpuMemoryBytes(long pid) {
    Command.Outcome smi = command.run(GpuProcess.QUERY);
    return smi.succeeded()
        ? GpuProcess.parse(smi.output()).stream()
            .filter(process -> process.pid() == pid)
            .mapToLong(GpuProcess::memoryBytes)
            .sum()
        : 0;
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
    return bytes("proc/meminfo", "MemAvailable:");
  }

  /** Of a line such as {@code MemAvailable: 21650792 kB}; 0 if there is none. */
  private long bytes(String path, String key) {
    return read(path)
        .lines()
        .filter(line -> line.startsWith(key))
        .map(line -> line.replaceAll("\\D", ""))
        .filter(MachineProbe::isNumber)
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
    return children("sys/devices/system/cpu", "cpu\\d+").stream()
        .map(cpu -> read(cpu.resolve("cpufreq").resolve("scaling_governor")).strip())
        .filter(governor -> !governor.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** What lies in a folder under names that match; empty if the folder is not there. */
  private List<Path> children(String folder, String name) {
    Path path = root.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(child -> child.getFileName().toString().matches(name)).toList();
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
