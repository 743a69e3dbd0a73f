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
 */
public record AccuracyResult(
    List<String> imageIds,
    List<Evaluation> evaluations,
    long elapsedMillis,
    List<GalleryImage> gallery) {
  public AccuracyResult {
    imageIds = List.copyOf(imageIds);
    evaluations = List.copyOf(evaluations);
    gallery = List.copyOf(gallery);
  }
}
