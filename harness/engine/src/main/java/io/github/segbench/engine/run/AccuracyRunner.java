package io.github.segbench.engine.run;

import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.engine.config.AccuracyConfig;
import io.github.segbench.engine.result.AccuracyResult;
import io.github.segbench.engine.result.GalleryImage;
import io.github.segbench.metrics.evaluation.Evaluation;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/** Finds out how right one trial's model is: the accuracy phase. */
public final class AccuracyRunner {
  private final AccuracyConfig config;
  private final Gallery gallery;
  private final PredictionStore predictions;
  private final int comparedImages;

  /**
   * @param comparedImages of how many images, from the start of the split, digests of the outputs
   *     are kept
   */
  public AccuracyRunner(
      AccuracyConfig config, Gallery gallery, PredictionStore predictions, int comparedImages) {
    this.config = config;
    this.gallery = gallery;
    this.predictions = predictions;
    this.comparedImages = comparedImages;
  }

  /**
   * Scores every sample of the trial. The numbers are the same to the last bit whatever the number
   * of threads.
   *
   * @param imageDone called after each image, by many threads
   * @throws TrialSkippedException if no requested metric fits the trial
   * @throws TrialFailedException if an image fails; it is named
   * @throws CancellationException if the calling thread is interrupted; it stays so
   */
  public AccuracyOutcome run(OpenTrial trial, Runnable imageDone) {
    MetricSelection selection = new MetricSelection(config, trial);
    FirstOutputs outputs = new FirstOutputs(trial.samples(), comparedImages);
    long start = System.nanoTime();
    TrialScores scores = score(trial, selection, outputs, imageDone);
    List<Evaluation> evaluations = scores.evaluate(config.bootstrap());
    long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    List<GalleryImage> kept = gallery.keep(trial, evaluations);
    AccuracyResult result =
        new AccuracyResult(
            trial.samples().stream().map(Sample::id).toList(),
            evaluations.stream().map(selection::reported).toList(),
            elapsed,
            kept,
            trial.mapping().leftOut().stream().map(Category::name).toList());
    return new AccuracyOutcome(result, selection.notes(), outputs.digests());
  }

  private TrialScores score(
      OpenTrial trial, MetricSelection selection, FirstOutputs outputs, Runnable imageDone) {
    try (PredictionSink sink = predictions.open(trial)) {
      TrialScores scores =
          new ImagePipeline(trial, selection::emptyScores, sink, outputs, imageDone)
              .run(threads(trial));
      sink.finish();
      return scores;
    }
  }

  /** One more than asked for, because one is in the network and leaves its core to that. */
  private int threads(OpenTrial trial) {
    int asked =
        config.threads() == 0 ? Runtime.getRuntime().availableProcessors() : config.threads();
    return Math.min(asked + 1, trial.samples().size());
  }
}
