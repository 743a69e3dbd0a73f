package io.github.segbench.engine.score;

import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.Resamplable;
import java.util.ArrayList;
import java.util.List;

/**
 * What the predictions of one model scored.
 *
 * @param evaluations in the order of the conventions; image values and confusion counts, which are
 *     the same under all of them, stand in the first alone
 * @param numbers in the same order, for comparing two models
 * @param missing images without a prediction, which count as predicted void
 */
public record ScoredCandidate(
    Candidate candidate,
    List<Evaluation> evaluations,
    List<Resamplable> numbers,
    List<String> missing) {
  public ScoredCandidate {
    evaluations = List.copyOf(evaluations);
    numbers = List.copyOf(numbers);
    missing = List.copyOf(missing);
  }

  static ScoredCandidate of(ScoreJob job, Candidate candidate, CandidateScores scores) {
    List<Evaluation> evaluations = new ArrayList<>();
    List<Resamplable> numbers = new ArrayList<>();
    for (Accumulator accumulator : scores.accumulators()) {
      Evaluation evaluation = accumulator.evaluate(job.bootstrap());
      evaluations.add(evaluations.isEmpty() ? evaluation : withoutDetails(evaluation));
      numbers.add(accumulator.numbers());
    }
    List<String> images = job.truth().segmentations().images();
    return new ScoredCandidate(
        candidate, evaluations, numbers, scores.missing().stream().map(images::get).toList());
  }

  private static Evaluation withoutDetails(Evaluation evaluation) {
    return new Evaluation(
        evaluation.task(), evaluation.convention(), evaluation.values(), List.of(), null);
  }
}
