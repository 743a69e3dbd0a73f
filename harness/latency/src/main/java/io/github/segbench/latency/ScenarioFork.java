package io.github.segbench.latency;

import io.github.segbench.engine.config.RunConfig;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.run.OpenTrial;
import io.github.segbench.engine.run.OutputDigests;
import io.github.segbench.engine.run.TrialOpener;
import java.util.List;

/** The program of a fork that measures a trial's scenarios. */
public final class ScenarioFork {
  private ScenarioFork() {}

  /**
   * @param arguments the file for the outcome
   */
  public static void main(String[] arguments) {
    ForkOutcome outcome = ForkOutcome.ofThisJvm(arguments);
    ForkProperties fork = ForkProperties.ofThisJvm();
    Plugins plugins = Plugins.onClassPath();
    RunConfig run = fork.readRun(plugins);
    try (OpenTrial trial = fork.openTrial(run, TrialOpener.forTiming(plugins))) {
      outcome.succeed(measure(run, fork, trial));
    }
    ForkOutcome.end();
  }

  private static ScenarioOutcome measure(RunConfig run, ForkProperties fork, OpenTrial trial) {
    List<EncodedImage> images = EncodedImage.first(fork.images(), trial.samples());
    images.forEach(EncodedImage::decode);
    int maxBatch = trial.trial().model().spec().preprocessing().maxBatch();
    ScenarioSettings settings = ScenarioSettings.of(run.latency(), maxBatch);
    ImageSequence work = new ImageSequence(images, trial.adapter(), trial.network(), trial.chain());
    OutputDigests outputs = work.outputs();
    try (Workers workers = new Workers(settings.threads())) {
      ScenarioRun scenarios = new ScenarioRun(settings, images.size(), work, workers);
      return new ScenarioOutcome(scenarios.measure(), outputs, scenarios.log());
    }
  }
}
