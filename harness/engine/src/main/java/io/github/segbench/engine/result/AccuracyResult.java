package io.github.segbench.engine.result;

import io.github.segbench.metrics.evaluation.Evaluation;
import java.util.List;

/**
 * The accuracy phase of one trial.
 *
 * @param imageIds ids of the samples; an {@code ImageValue}'s image is a position in this list
 * @param evaluations one for each task that both model and data set have, and each convention asked
 *     for; image values and confusion counts stand in the first of a task alone
 * @param elapsedMillis wall time of the phase
 * @param gallery the images that were kept for the report
 * @param leftOut names of the data set's categories that are not scored, because the model does not
 *     predict them
 */
public record AccuracyResult(
    List<String> imageIds,
    List<Evaluation> evaluations,
    long elapsedMillis,
    List<GalleryImage> gallery,
    List<String> leftOut) {
  public AccuracyResult {
    imageIds = List.copyOf(imageIds);
    evaluations = List.copyOf(evaluations);
    gallery = List.copyOf(gallery);
    leftOut = List.copyOf(leftOut);
  }
}
