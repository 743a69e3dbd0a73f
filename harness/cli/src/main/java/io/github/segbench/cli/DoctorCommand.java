package io.github.segbench.cli;

import io.github.segbench.engine.machine.MachineProbe;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.run.EnvironmentProbe;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code segbench doctor}: what this machine has and what can run on it. */
@Command(
    name = "doctor",
    description =
        "Show CPU, memory, JVM, GPUs, and which backends, devices and providers really work here.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(names = "--json", description = "Print JSON, for programs.")
  private boolean json;

  @Spec private CommandSpec spec;

  DoctorCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    DoctorReport report =
        DoctorReport.of(
            new EnvironmentProbe(invocation.installation().home()).probe(),
            new MachineProbe().probe(),
            Plugins.onClassPath().backends().all());
    if (json) {
      out.println(mapper().writeValueAsString(report));
    } else {
      new DoctorText(report, out).print();
    }
    return ExitStatus.DONE;
  }

  private static JsonMapper mapper() {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .defaultPrettyPrinter(
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
        .build();
  }
}
