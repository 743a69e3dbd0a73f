package io.github.segbench.engine.score;

import io.github.segbench.api.segmentation.Segmentations;
import io.github.segbench.metrics.catalogue.Accumulators;
import io.github.segbench.metrics.evaluation.Accumulator;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * One candidate's accumulators, one for each convention, and the images that it lacks. Used by one
 * thread at a time.
 */
final class CandidateScores {
  private final List<Accumulator> byConvention = new ArrayList<>();
  private final TreeSet<Integer> missing = new TreeSet<>();

  CandidateScores(ScoreJob job) {
    job.conventions()
        .forEach(
            convention ->
                byConvention.add(
                    Accumulators.create(job.truth().labels(), convention, job.metrics())));
  }

  void add(int image, Segmentations truth, Segmentations prediction) {
    byConvention.forEach(accumulator -> accumulator.add(image, truth, prediction));
  }

  void addMissing(int image) {
    missing.add(image);
  }

  void merge(CandidateScores other) {
    for (int i = 0; i < byConvention.size(); i++) {
      byConvention.get(i).merge(other.byConvention.get(i));
    }
    missing.addAll(other.missing);
  }

  /** In the order of the conventions. */
  List<Accumulator> accumulators() {
    return List.copyOf(byConvention);
  }

  /** Positions of the images without a prediction, ascending. */
  List<Integer> missing() {
    return List.copyOf(missing);
  }
}
