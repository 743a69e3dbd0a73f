package io.github.segbench.cli;

import io.github.segbench.engine.config.ResolvedConfig;
import io.github.segbench.engine.plan.RunPlan;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.plugin.Plugins;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segbench validate}: everything that is wrong with a run file, or what it would do. */
@Command(
    name = "validate",
    description = {
      "Check a run file and the files that it refers to, without running anything.",
      "Prints every problem with its line, or the trials that a run would have."
    },
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CONFIG", description = "Run file.")
  private Path config;

  @Mixin private OverrideOptions overrides;

  @Mixin private DataOptions data;

  @Option(
      names = "--resolved",
      description = "Print the resolved configuration instead: references and defaults filled in.")
  private boolean resolved;

  ValidateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    RunPlan plan =
        new RunFiles(Plugins.onClassPath(), invocation.installation().configs(), data.variables())
            .plan(config, overrides.overrides());
    if (resolved) {
      out.print(ResolvedConfig.toYaml(plan.config()));
      out.flush();
      return ExitStatus.DONE;
    }
    int trials = plan.trials().size();
    out.println(config + ": valid, " + trials + (trials == 1 ? " trial" : " trials"));
    for (Trial trial : plan.trials()) {
      out.println("  " + trial.id());
    }
    return ExitStatus.DONE;
  }
}
