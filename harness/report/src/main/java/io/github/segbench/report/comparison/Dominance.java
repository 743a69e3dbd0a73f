package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.metrics.evaluation.MetricValue;
import io.github.segbench.report.comparison.Comparison.Scored;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which models another one beats: it is at least as accurate by the headline metric and at least as
 * fast by the median latency end to end, and better in one of them. Intervals play no part.
 */
final class Dominance {
  private final Comparison comparison;

  Dominance(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The most accurate model that beats this one; empty for a model that is worth its time. */
  Optional<Scored> beats(Scored scored) {
    return comparison.scored().stream().filter(other -> beats(other, scored)).findFirst();
  }

  /** Whether any model is beaten. */
  boolean occurs() {
    return comparison.scored().stream().anyMatch(scored -> beats(scored).isPresent());
  }

  private boolean beats(Scored one, Scored other) {
    OptionalDouble accuracy = accuracy(one);
    OptionalDouble otherAccuracy = accuracy(other);
    OptionalDouble latency = latency(one);
    OptionalDouble otherLatency = latency(other);
    if (accuracy.isEmpty()
        || otherAccuracy.isEmpty()
        || latency.isEmpty()
        || otherLatency.isEmpty()) {
      return false;
    }
    double gain = accuracy.getAsDouble() - otherAccuracy.getAsDouble();
    double saving = otherLatency.getAsDouble() - latency.getAsDouble();
    return gain >= 0 && saving >= 0 && (gain > 0 || saving > 0);
  }

  private OptionalDouble accuracy(Scored scored) {
    return scored
        .overall(comparison.headline().metric())
        .map(MetricValue::value)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private static OptionalDouble latency(Scored scored) {
    return scored
        .entry()
        .timings()
        .percentiles(LatencyStage.END_TO_END)
        .map(Percentiles::p50)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }
}
