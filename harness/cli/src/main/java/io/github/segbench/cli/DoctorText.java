package io.github.segbench.cli;

import io.github.segbench.cli.DoctorReport.BackendReport;
import io.github.segbench.cli.DoctorReport.Finding;
import io.github.segbench.engine.machine.CgroupLimits;
import io.github.segbench.engine.machine.Cpu;
import io.github.segbench.engine.machine.Gpu;
import io.github.segbench.engine.machine.Machine;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A doctor's report for people. */
final class DoctorText {
  private static final double GIBIBYTE = 1L << 30;

  private final DoctorReport report;
  private final PrintWriter out;

  DoctorText(DoctorReport report, PrintWriter out) {
    this.report = report;
    this.out = out;
  }

  void print() {
    Machine machine = report.machine();
    line("segbench", report.segbench());
    line("CPU", cpu(machine));
    line(
        "features",
        machine.cpu().features().isEmpty()
            ? "not known"
            : String.join(" ", machine.cpu().features()));
    line("governor", governor(machine));
    line("memory", memory(machine));
    line("limits", limits(machine.limits()));
    line("system", report.system());
    line("JVM", report.jvm().name());
    line(
        "",
        "heap up to "
            + gibibytes(report.jvm().maxHeapBytes())
            + ", "
            + String.join(", ", report.jvm().collectors()));
    if (report.loadAverage() >= 0) {
      line(
          "load",
          String.format(Locale.ROOT, "%.2f (average of the last minute)", report.loadAverage()));
    }
    machine.gpus().forEach(gpu -> line("GPU " + gpu.index(), gpu(gpu)));
    if (machine.gpus().isEmpty()) {
      line("GPU", "none (" + machine.gpuNote() + ")");
    }
    out.println();
    backends().print(out);
    out.println();
    findings().print(out);
  }

  private void line(String name, String text) {
    out.println(String.format(Locale.ROOT, "%-10s %s", name, text));
  }

  private static String cpu(Machine machine) {
    Cpu cpu = machine.cpu();
    List<String> parts = new ArrayList<>();
    parts.add(cpu.model().isEmpty() ? "model not known" : cpu.model());
    if (cpu.sockets() > 0 && cpu.cores() > 0) {
      parts.add(count(cpu.sockets(), "socket"));
      parts.add(count(cpu.cores(), "core"));
    }
    if (cpu.threads() > 0) {
      parts.add(count(cpu.threads(), "thread"));
    }
    if (cpu.virtual()) {
      parts.add("virtual machine");
    }
    return String.join(", ", parts);
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String governor(Machine machine) {
    return machine.governors().isEmpty()
        ? "not known: the system does not show it"
        : String.join(", ", machine.governors())
            + (machine.governors().equals(List.of("performance"))
                ? ""
                : " (the frequency may change while times are taken)");
  }

  private static String memory(Machine machine) {
    String total = machine.memoryBytes() == 0 ? "not known" : gibibytes(machine.memoryBytes());
    return machine.availableBytes() == 0
        ? total
        : total + ", " + gibibytes(machine.availableBytes()) + " available";
  }

  private String limits(CgroupLimits limits) {
    List<String> parts = new ArrayList<>();
    if (limits.cpus() != null) {
      parts.add(String.format(Locale.ROOT, "%.1f CPUs by control group", limits.cpus()));
    }
    if (limits.memoryBytes() != null) {
      parts.add(gibibytes(limits.memoryBytes()) + " by control group");
    }
    if (parts.isEmpty()) {
      parts.add("none by control group");
    }
    parts.add("the JVM sees " + count(report.machine().processors(), "processor"));
    return String.join(", ", parts);
  }

  private static String gpu(Gpu gpu) {
    return gpu.name()
        + ", driver "
        + gpu.driver()
        + (gpu.memoryBytes() == 0 ? "" : ", " + gibibytes(gpu.memoryBytes()));
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / GIBIBYTE);
  }

  private TextTable backends() {
    TextTable table = new TextTable("BACKEND", "VERSION", "FORMATS", "PRECISIONS");
    for (BackendReport backend : report.backends()) {
      table.add(
          backend.id(),
          backend.version(),
          String.join(", ", backend.formats()),
          String.join(", ", backend.precisions()));
    }
    return table;
  }

  private TextTable findings() {
    TextTable table = new TextTable("BACKEND", "DEVICE", "PROVIDER", "WORKS", "DETAIL");
    for (BackendReport backend : report.backends()) {
      Stream.concat(backend.devices().stream(), backend.providers().stream())
          .forEach(finding -> add(table, backend, finding));
    }
    return table;
  }

  private static void add(TextTable table, BackendReport backend, Finding finding) {
    table.add(
        backend.id(),
        finding.device(),
        finding.provider(),
        finding.works() ? "yes" : "no",
        finding.detail());
  }
}
