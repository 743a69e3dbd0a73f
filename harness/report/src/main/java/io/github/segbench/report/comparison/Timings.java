package io.github.segbench.report.comparison;

import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The timings of one trial, by what a report asks for. */
public record Timings(List<LatencyDistribution> all) {
  public Timings {
    all = List.copyOf(all);
  }

  /** The sampled timing of a stage with the fewest threads and the smallest batch. */
  public Optional<LatencyDistribution> sampled(LatencyStage stage) {
    return all.stream()
        .filter(d -> d.stage() == stage && d.mode() == LatencyMode.SAMPLE)
        .min(
            Comparator.comparingInt(LatencyDistribution::threads)
                .thenComparingInt(LatencyDistribution::batch));
  }

  /** Percentiles of {@link #sampled}. */
  public Optional<Percentiles> percentiles(LatencyStage stage) {
    return sampled(stage).flatMap(d -> Optional.ofNullable(d.percentiles()));
  }

  /** The highest throughput from image file to segmentation. */
  public Optional<LatencyDistribution> throughput() {
    return all.stream()
        .filter(d -> d.stage() == LatencyStage.END_TO_END && d.mode() == LatencyMode.THROUGHPUT)
        .max(Comparator.comparingDouble(LatencyDistribution::score));
  }
}
