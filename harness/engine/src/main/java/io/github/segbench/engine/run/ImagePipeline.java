package io.github.segbench.engine.run;

import io.github.segbench.api.dataset.AnnotatedImage;
import io.github.segbench.api.dataset.Sample;
import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.engine.parallel.ImageLoop;
import io.github.segbench.engine.result.TrialPhase;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Takes every image of a trial through decoding, preprocessing, inference, postprocessing and
 * scoring.
 *
 * <p>While one thread is in the network, the others decode, prepare and score; that is how the
 * stages overlap. Runs once.
 */
final class ImagePipeline {
  private final OpenTrial trial;
  private final Predictor predictor;
  private final Supplier<TrialScores> emptyScores;
  private final PredictionSink predictions;
  private final FirstOutputs outputs;
  private final Runnable imageDone;

  /**
   * @param emptyScores called once for each thread
   * @param predictions given every prediction in the data set's categories
   * @param outputs given every prediction in the model's own categories
   * @param imageDone called by any of the threads
   */
  ImagePipeline(
      OpenTrial trial,
      Supplier<TrialScores> emptyScores,
      PredictionSink predictions,
      FirstOutputs outputs,
      Runnable imageDone) {
    this.trial = trial;
    this.predictor = new Predictor(trial);
    this.emptyScores = emptyScores;
    this.predictions = predictions;
    this.outputs = outputs;
    this.imageDone = imageDone;
  }

  /**
   * Returns when no thread works any more, however it ends: the session can be closed then.
   *
   * @param threads at least 1
   * @return the scores of all images
   * @throws TrialFailedException naming the first image, in the order of the split, that failed
   * @throws CancellationException if the calling thread is interrupted; it stays so
   */
  TrialScores run(int threads) {
    return new ImageLoop<>(emptyScores, this::scoreImage, TrialScores::merge)
        .run(trial.samples().size(), threads, "accuracy");
  }

  private void scoreImage(int image, TrialScores scores) {
    Sample sample = trial.samples().get(image);
    PhaseBoundary.within(
        TrialPhase.ACCURACY,
        trial::identity,
        "image " + sample.id() + ": ",
        () -> score(sample, image, scores));
  }

  private TrialScores score(Sample sample, int image, TrialScores scores) {
    AnnotatedImage annotated = sample.load();
    Segmentations truth = trial.mapping().restrict(annotated.groundTruth());
    Segmentations predicted = predictor.predict(annotated.image());
    outputs.accept(image, predicted);
    Segmentations prediction = predictor.inDatasetCategories(predicted, truth);
    scores.add(image, truth, prediction);
    predictions.accept(image, prediction);
    imageDone.run();
    return scores;
  }
}
