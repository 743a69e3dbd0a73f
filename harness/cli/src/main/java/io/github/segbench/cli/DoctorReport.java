package io.github.segbench.cli;

import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.engine.machine.Machine;
import io.github.segbench.engine.result.Environment;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What a machine has and what can run on it; also the shape of {@code segbench doctor --json}.
 *
 * @param loadAverage of the last minute; negative if the system does not say
 */
record DoctorReport(
    String segbench,
    String system,
    double loadAverage,
    Jvm jvm,
    Machine machine,
    List<BackendReport> backends) {
  DoctorReport {
    Objects.requireNonNull(segbench, "segbench");
    Objects.requireNonNull(system, "system");
    Objects.requireNonNull(jvm, "jvm");
    Objects.requireNonNull(machine, "machine");
    backends = List.copyOf(backends);
  }

  /**
   * The Java machine.
   *
   * @param maxHeapBytes what its heap can grow to
   */
  record Jvm(String name, long maxHeapBytes, List<String> collectors) {
    Jvm {
      Objects.requireNonNull(name, "name");
      collectors = List.copyOf(collectors);
    }
  }

  /** A backend and what of it works here. */
  record BackendReport(
      String id,
      String version,
      List<String> formats,
      List<String> precisions,
      List<Finding> devices,
      List<Finding> providers) {
    BackendReport {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(version, "version");
      formats = List.copyOf(formats);
      precisions = List.copyOf(precisions);
      devices = List.copyOf(devices);
      providers = List.copyOf(providers);
    }

    static BackendReport of(Backend backend) {
      return new BackendReport(
          backend.id(),
          backend.version(),
          backend.formats(),
          backend.precisions().stream().sorted().map(Precision::id).toList(),
          backend.probe().stream()
              .map(s -> new Finding(s.device().id(), "", s.available(), s.detail()))
              .toList(),
          backend.providers().stream()
              .map(s -> new Finding(s.device().id(), s.id(), s.available(), s.detail()))
              .toList());
    }
  }

  /**
   * Whether something works.
   *
   * @param provider empty for the device itself
   * @param detail what it is, or the true cause why it does not work
   */
  record Finding(String device, String provider, boolean works, String detail) {}

  /** Tries everything: takes seconds. */
  static DoctorReport of(Environment environment, Machine machine, Collection<Backend> backends) {
    return new DoctorReport(
        environment.segbenchVersion(),
        environment.os(),
        environment.loadAverage(),
        new Jvm(
            environment.jvm(),
            Runtime.getRuntime().maxMemory(),
            ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .toList()),
        machine,
        backends.stream().map(BackendReport::of).toList());
  }
}
