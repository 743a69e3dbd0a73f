package io.github.segbench.cli;

import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.inference.DeviceStatus;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.result.Environment;
import io.github.segbench.engine.run.EnvironmentProbe;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code segbench doctor}: what this machine has and what can run on it. */
@Command(
    name = "doctor",
    description = "Show CPU, memory, JVM and which backends and devices really work here.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private static final double GIBIBYTE = 1L << 30;

  private final Invocation invocation;

  @Spec private CommandSpec spec;

  DoctorCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Environment environment = new EnvironmentProbe(invocation.installation().home()).probe();
    out.println("segbench   " + environment.segbenchVersion());
    out.println("CPU        " + environment.cpu() + ", " + environment.cores() + " cores");
    out.println(
        String.format(Locale.ROOT, "memory     %.1f GiB", environment.memoryBytes() / GIBIBYTE));
    out.println("system     " + environment.os());
    out.println("JVM        " + environment.jvm());
    out.println(
        String.format(
            Locale.ROOT,
            "load       %.2f (average of the last minute)",
            environment.loadAverage()));
    out.println();
    TextTable table = new TextTable("BACKEND", "VERSION", "DEVICE", "WORKS", "DETAIL");
    for (Backend backend : Plugins.onClassPath().backends().all()) {
      for (DeviceStatus status : backend.probe()) {
        table.add(
            backend.id(),
            backend.version(),
            status.device().id(),
            status.available() ? "yes" : "no",
            status.detail());
      }
    }
    table.print(out);
    return ExitStatus.DONE;
  }
}
