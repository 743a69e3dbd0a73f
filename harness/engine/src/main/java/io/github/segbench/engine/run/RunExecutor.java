package io.github.segbench.engine.run;

import io.github.segbench.api.inference.BackendUnavailableException;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.config.DatasetConfig;
import io.github.segbench.engine.config.ResolvedConfig;
import io.github.segbench.engine.plan.RunPlan;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.result.Environment;
import io.github.segbench.engine.result.ParityResult;
import io.github.segbench.engine.result.RunFolder;
import io.github.segbench.engine.result.RunFolderException;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.RunWriter;
import io.github.segbench.engine.result.TrialResult;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Runs the trials of a plan, one after the other, and stores the result after each: a run that is
 * broken off loses the trial that it was in.
 */
public final class RunExecutor {
  private final Plugins plugins;
  private final LatencyMeter meter;
  private final RunProgress progress;
  private final Clock clock;
  private final Supplier<Environment> environment;
  private final Function<RunFolder, PredictionStore> predictions;

  /**
   * @param environment asked once, before the first trial
   * @param predictions where in a run's folder predictions are kept
   */
  public RunExecutor(
      Plugins plugins,
      LatencyMeter meter,
      RunProgress progress,
      Clock clock,
      Supplier<Environment> environment,
      Function<RunFolder, PredictionStore> predictions) {
    this.plugins = plugins;
    this.meter = meter;
    this.progress = progress;
    this.clock = clock;
    this.environment = environment;
    this.predictions = predictions;
  }

  /**
   * To be called before anything is made or run.
   *
   * @throws BackendUnavailableException if a backend that the plan requires is not there
   */
  public void requireBackends(RunPlan plan) {
    new RequiredBackends(plugins.backends()).check(plan.config());
  }

  /**
   * Runs every trial. One that is skipped or fails does not keep the others from running.
   *
   * @param folder which the result is written to
   * @param command how to repeat the run, one shell line
   * @throws RunFolderException if a result cannot be stored
   * @throws CancellationException if the thread is interrupted; what was done is stored
   */
  public RunResult execute(RunPlan plan, RunFolder folder, String command) {
    progress.runStarted(plan);
    RunResult result = nothingYet(plan, command);
    RunWriter writer = new RunWriter(folder);
    writer.write(result);
    TrialOpener opener = new TrialOpener(plugins);
    TrialRunner runner = trialRunner(plan, folder, opener);
    for (Trial trial : plan.trials()) {
      stopIfInterrupted();
      progress.trialStarted(trial);
      TrialResult trialResult = runner.run(trial);
      // Whatever broke may have broken for this, and an interrupted thread cannot write files.
      stopIfInterrupted();
      result = with(result, trialResult);
      writer.write(result);
      progress.trialEnded(trialResult);
    }
    if (plan.config().parity().enabled()) {
      List<ParityResult> parity =
          new ParityRunner(plan.config().parity(), opener, progress).run(completed(plan, result));
      stopIfInterrupted();
      result = with(result, result.trials(), parity);
      writer.write(result);
    }
    progress.runEnded(result);
    return result;
  }

  private static List<Trial> completed(RunPlan plan, RunResult result) {
    List<Trial> completed = new ArrayList<>();
    for (int i = 0; i < plan.trials().size(); i++) {
      if (result.trials().get(i) instanceof TrialResult.Completed) {
        completed.add(plan.trials().get(i));
      }
    }
    return completed;
  }

  private TrialRunner trialRunner(RunPlan plan, RunFolder folder, TrialOpener opener) {
    AccuracyRunner accuracy =
        new AccuracyRunner(
            plan.config().accuracy(),
            new StoredGallery(folder),
            predictions.apply(folder),
            plan.config().latency().enabled() ? plan.config().latency().images() : 0);
    return new TrialRunner(plan.config(), folder, opener, accuracy, meter, progress);
  }

  private RunResult nothingYet(RunPlan plan, String command) {
    Map<String, LabelSet> labelSets =
        plan.config().datasets().stream()
            .map((DatasetConfig dataset) -> dataset.spec().labels())
            .collect(Collectors.toMap(LabelSet::id, labels -> labels, (first, same) -> first));
    Instant now = clock.instant();
    return new RunResult(
        plan.config().name(),
        plan.config().description(),
        now,
        now,
        command,
        ResolvedConfig.toYaml(plan.config()),
        environment.get(),
        labelSets,
        List.of());
  }

  private RunResult with(RunResult result, TrialResult trial) {
    List<TrialResult> trials = new ArrayList<>(result.trials());
    trials.add(trial);
    return with(result, trials, List.of());
  }

  private RunResult with(RunResult result, List<TrialResult> trials, List<ParityResult> parity) {
    return new RunResult(
        result.name(),
        result.description(),
        result.started(),
        clock.instant(),
        result.command(),
        result.configYaml(),
        result.environment(),
        result.labelSets(),
        trials,
        parity);
  }

  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the run was interrupted");
    }
  }
}
