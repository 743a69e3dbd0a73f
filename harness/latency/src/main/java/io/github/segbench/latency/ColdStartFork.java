package io.github.segbench.latency;

import io.github.segbench.api.image.RgbImage;
import io.github.segbench.api.inference.InferenceOutputs;
import io.github.segbench.api.model.ModelInput;
import io.github.segbench.engine.chain.Postprocessed;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.OpenTrial;
import io.github.segbench.engine.run.OutputDigests;
import io.github.segbench.engine.run.TrialOpener;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The program of a fork that segments one image and ends. */
public final class ColdStartFork {
  private ColdStartFork() {}

  /**
   * @param arguments the file for the outcome
   */
  public static void main(String[] arguments) {
    ForkOutcome outcome = ForkOutcome.ofThisJvm(arguments);
    ForkProperties fork = ForkProperties.ofThisJvm();
    Plugins plugins = Plugins.onClassPath();
    AtomicLong modelLoadNanos = new AtomicLong();
    TrialOpener opener = TrialOpener.forTiming(plugins, modelLoadNanos::set);
    try (OpenTrial trial = fork.openTrial(fork.readRun(plugins), opener)) {
      outcome.succeed(firstImage(trial, modelLoadNanos.get()));
    }
    ForkOutcome.end();
  }

  private static ColdStart firstImage(OpenTrial trial, long modelLoadNanos) {
    EncodedImage image = EncodedImage.first(1, trial.samples()).get(0);
    List<RgbImage> images = List.of(image.decode());
    try (ModelInput input = trial.adapter().preprocess(images)) {
      long started = System.nanoTime();
      try (InferenceOutputs outputs = trial.network().run(input.tensors(), input.geometries())) {
        long inferred = System.nanoTime();
        Postprocessed result =
            trial.chain().postprocess(outputs.tensors(), input.geometries(), images);
        long firstResult = ChronoUnit.NANOS.between(Instant.EPOCH, Instant.now());
        if (result.segmentations().size() != 1) {
          throw new LatencyException(
              result.segmentations().size() + " segmentations of one image", null);
        }
        OutputDigests digests =
            new OutputDigests(Map.of(image.id(), OutputDigests.of(result.segmentations().get(0))));
        return new ColdStart(firstResult, modelLoadNanos, inferred - started, digests);
      }
    }
  }
}
