package io.github.segbench.cli;

import io.github.segbench.engine.config.ParityConfig;
import io.github.segbench.engine.plan.RunPlan;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.result.ParityResult;
import io.github.segbench.engine.result.RunFolder;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.TrialResult;
import io.github.segbench.engine.run.EnvironmentProbe;
import io.github.segbench.engine.run.PredictionStore;
import io.github.segbench.engine.run.RunExecutor;
import io.github.segbench.engine.run.SavedFormat;
import io.github.segbench.engine.run.SavedPredictions;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.latency.ForkedLatencyMeter;
import io.github.segbench.report.html.HtmlReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code segbench run}: the main job. */
@Command(
    name = "run",
    description = "Measure the models of a run file; write tables, charts and an HTML report.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CONFIG",
      description = "Run file, such as configs/runs/quickstart.yaml.")
  private Path config;

  @Mixin private OverrideOptions overrides;

  @Mixin private DataOptions data;

  @Mixin private OutputOptions output;

  @Option(
      names = "--save",
      paramLabel = "WHAT",
      description =
          "Keep the predictions too: ${COMPLETION-CANDIDATES}. They go to predictions/TRIAL.")
  private @Nullable Saved save;

  @Option(
      names = "--save-as",
      paramLabel = "FORMAT",
      split = ",",
      completionCandidates = SavedFormatIds.class,
      description = {
        "Formats of the predictions that are kept: ${COMPLETION-CANDIDATES}.",
        "Default: labels, coco-instances, coco-panoptic, as far as there are such predictions."
      })
  private List<String> saveAs = new ArrayList<>();

  RunCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Clock clock = Clock.systemUTC();
    Plugins plugins = Plugins.onClassPath();
    HtmlReport report = output.report(invocation.installation());
    RunPlan plan =
        new RunFiles(plugins, invocation.installation().configs(), data.variables())
            .plan(config, overrides.overrides());
    requireAccuracyToSave(plan);
    RunExecutor executor = executor(plan, plugins, clock);
    executor.requireBackends(plan);
    RunFolder folder = RunFolder.create(output.out(), plan.config().name(), clock.instant());
    Optional<RunResult> result;
    try (StopSignal signal = StopSignal.forThisThread()) {
      result = measure(plan, folder, executor);
    }
    if (result.isEmpty()) {
      return ExitStatus.INTERRUPTED;
    }
    RunReports.of(result.get(), folder.path())
        .publish(report, folder.path().resolve(RunReports.FOLDER), spec.commandLine().getOut());
    return status(result.get(), plan.config().parity());
  }

  /** Empty if the user stops the run; says so while the JVM still waits for this thread. */
  private Optional<RunResult> measure(RunPlan plan, RunFolder folder, RunExecutor executor) {
    try {
      return Optional.of(executor.execute(plan, folder, invocation.shellLine()));
    } catch (CancellationException e) {
      spec.commandLine()
          .getErr()
          .println("segbench: interrupted; what was measured before is in " + folder.path());
      return Optional.empty();
    }
  }

  private RunExecutor executor(RunPlan plan, Plugins plugins, Clock clock) {
    ConsoleProgress progress =
        new ConsoleProgress(
            spec.commandLine().getErr(), invocation.installation().terminal(), clock);
    ForkedLatencyMeter meter =
        new ForkedLatencyMeter(plan.config().latency(), progress, Installation.PROPERTIES);
    EnvironmentProbe probe = new EnvironmentProbe(invocation.installation().home());
    return new RunExecutor(plugins, meter, progress, clock, probe::probe, store());
  }

  private void requireAccuracyToSave(RunPlan plan) {
    if (isSaving() && !plan.config().accuracy().enabled()) {
      throw new ParameterException(
          spec.commandLine(),
          "--save: predictions are made in the accuracy phase, which is switched off");
    }
  }

  private boolean isSaving() {
    return save != null || !saveAs.isEmpty();
  }

  private Function<RunFolder, PredictionStore> store() {
    if (!isSaving()) {
      return folder -> PredictionStore.NONE;
    }
    Set<SavedFormat> formats = new HashSet<>();
    for (String id : saveAs) {
      formats.add(
          SavedFormat.named(id)
              .orElseThrow(
                  () ->
                      new ParameterException(
                          spec.commandLine(),
                          ChoiceType.unknown("format", id, SavedFormat.ids()))));
    }
    return folder -> new SavedPredictions(folder, formats);
  }

  private int status(RunResult result, ParityConfig parity) {
    List<TrialResult> trials = result.trials();
    PrintWriter err = spec.commandLine().getErr();
    long failed = trials.stream().filter(TrialResult.Failed.class::isInstance).count();
    if (failed > 0) {
      err.println("segbench: " + failed + " of " + trials.size() + " trials failed");
      return ExitStatus.TRIAL_FAILED;
    }
    if (trials.stream().allMatch(TrialResult.Skipped.class::isInstance)) {
      err.println("segbench: nothing was measured, every trial was skipped");
    }
    return parity.demand() ? parityStatus(result.parity(), err) : ExitStatus.DONE;
  }

  private static int parityStatus(List<ParityResult> parity, PrintWriter err) {
    long broken = parity.stream().filter(result -> !result.passed()).count();
    if (parity.isEmpty()) {
      err.println("segbench: parity is demanded, but no two backends could be compared");
    } else if (broken > 0) {
      err.println(
          "segbench: parity is demanded, but "
              + broken
              + " of "
              + parity.size()
              + " comparisons do not keep the limits");
    }
    return parity.isEmpty() || broken > 0 ? ExitStatus.GATE_FAILED : ExitStatus.DONE;
  }

  /** What can be kept beside the numbers. */
  enum Saved {
    predictions
  }

  /** For help and completion. */
  static final class SavedFormatIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return SavedFormat.ids().iterator();
    }
  }
}
