package io.github.segbench.engine.score;

import io.github.segbench.metrics.evaluation.BootstrapSettings;
import io.github.segbench.metrics.evaluation.Convention;
import io.github.segbench.metrics.statistics.Bootstrap;
import io.github.segbench.metrics.statistics.PairedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How much better one candidate is than the first, under one convention, on the same images.
 *
 * @param first name of the candidate that the other is compared with
 * @param second name of the other
 * @param differences of every number that both have, {@code second - first}
 */
public record Difference(
    String first, String second, Convention convention, List<PairedDifference> differences) {
  public Difference {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(second, "second");
    Objects.requireNonNull(convention, "convention");
    differences = List.copyOf(differences);
  }

  /** Every candidate but the first, compared with the first under each convention. */
  public static List<Difference> of(
      List<ScoredCandidate> scored, List<Convention> conventions, BootstrapSettings settings) {
    Bootstrap bootstrap = new Bootstrap(settings);
    ScoredCandidate first = scored.get(0);
    List<Difference> differences = new ArrayList<>();
    for (ScoredCandidate second : scored.subList(1, scored.size())) {
      for (int i = 0; i < conventions.size(); i++) {
        differences.add(
            new Difference(
                first.candidate().name(),
                second.candidate().name(),
                conventions.get(i),
                bootstrap.compare(first.numbers().get(i), second.numbers().get(i))));
      }
    }
    return differences;
  }
}
