package io.github.segbench.engine.score;

import io.github.segbench.metrics.catalogue.Metric;
import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What is to be scored, and how.
 *
 * @param candidates at least one, with different names
 * @param conventions at least one, all of one task
 * @param metrics what is computed, under each convention that has it
 * @param slices which parts of the data are scored apart
 * @param strict whether an image without a prediction is an error rather than one that is predicted
 *     as void
 * @param threads at least 1; the numbers do not depend on it
 * @param bootstrap how intervals are computed
 */
public record ScoreJob(
    GroundTruth truth,
    List<Candidate> candidates,
    List<Convention> conventions,
    Set<Metric> metrics,
    SliceChoice slices,
    boolean strict,
    int threads,
    BootstrapSettings bootstrap) {
  /**
   * @throws ScoreException if two candidates have one name
   * @throws IllegalArgumentException if there are no candidates, no conventions or conventions of
   *     several tasks
   */
  public ScoreJob {
    Objects.requireNonNull(truth, "truth");
    candidates = List.copyOf(candidates);
    conventions = List.copyOf(conventions);
    metrics = Set.copyOf(metrics);
    Objects.requireNonNull(slices, "slices");
    Objects.requireNonNull(bootstrap, "bootstrap");
    if (candidates.isEmpty()
        || conventions.stream().map(Convention::task).distinct().count() != 1) {
      throw new IllegalArgumentException("nothing to score, or conventions of several tasks");
    }
    List<String> names = candidates.stream().map(Candidate::name).toList();
    for (String name : names) {
      if (names.indexOf(name) != names.lastIndexOf(name)) {
        throw new ScoreException(
            "two predictions are named '" + name + "'; give them names, as in NAME=PATH");
      }
    }
  }
}
