package io.github.segbench.engine.score;

import io.github.segbench.metrics.evaluation.Accumulator;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.Resamplable;
import io.github.segbench.metrics.statistics.SliceValues;
import java.util.ArrayList;
import java.util.List;

/**
 * What the predictions of one model scored.
 *
 * @param evaluations in the order of the conventions; image values and confusion counts, which are
 *     the same under all of them, stand in the first alone
 * @param numbers in the same order, for comparing models; empty if there is but one
 * @param slices in the same order, for each convention; empty if none were asked for
 * @param missing images without a prediction, which count as predicted void
 */
public record ScoredCandidate(
    Candidate candidate,
    List<Evaluation> evaluations,
    List<Resamplable> numbers,
    List<List<SliceValues>> slices,
    List<String> missing) {
  public ScoredCandidate {
    evaluations = List.copyOf(evaluations);
    numbers = List.copyOf(numbers);
    slices = List.copyOf(slices);
    missing = List.copyOf(missing);
  }

  static ScoredCandidate of(ScoreJob job, Candidate candidate, CandidateScores scores) {
    List<Evaluation> evaluations = new ArrayList<>();
    List<Resamplable> numbers = new ArrayList<>();
    List<List<SliceValues>> slices = new ArrayList<>();
    for (Accumulator accumulator : scores.accumulators()) {
      Evaluation evaluation = accumulator.evaluate(job.bootstrap());
      evaluations.add(evaluations.isEmpty() ? evaluation : withoutDetails(evaluation));
      if (job.candidates().size() > 1) {
        // Sorts the detections of the data set once more.
        numbers.add(accumulator.numbers());
      }
      slices.add(job.slices().of(accumulator, job.bootstrap()));
    }
    List<String> images = job.truth().segmentations().images();
    return new ScoredCandidate(
        candidate,
        evaluations,
        numbers,
        slices,
        scores.missing().stream().map(images::get).toList());
  }

  public boolean hasSlices() {
    return slices.stream().anyMatch(ofConvention -> !ofConvention.isEmpty());
  }

  private static Evaluation withoutDetails(Evaluation evaluation) {
    return new Evaluation(
        evaluation.task(), evaluation.convention(), evaluation.values(), List.of(), null);
  }
}
