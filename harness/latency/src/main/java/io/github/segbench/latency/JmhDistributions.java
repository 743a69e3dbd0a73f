package io.github.segbench.latency;

import io.github.segbench.engine.result.Histogram;
import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Bucket;
import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.run.LatencyException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.util.Statistics;

/** Reads timings out of JMH's results, whose unit is ms/op or ops/s. */
final class JmhDistributions {
  private static final List<LatencyStage> WITHIN_END_TO_END =
      List.of(LatencyStage.DECODE, LatencyStage.PREPROCESS, LatencyStage.POSTPROCESS);

  private JmhDistributions() {}

  /**
   * @param secondary by label; sampled end-to-end calls have one for each of their stages, and one
   *     for post-processors where the model has some behind the network
   * @param warmup before the timing; null if there was none
   * @return the timing itself; after it those of the stages within it
   * @throws LatencyException if a stage within it is missing
   */
  static List<LatencyDistribution> of(
      Timing timing,
      Result<?> primary,
      Map<String, ? extends Result<?>> secondary,
      @Nullable Warmup warmup) {
    List<LatencyDistribution> distributions = new ArrayList<>();
    distributions.add(
        timing.mode() == LatencyMode.SAMPLE
            ? sampled(
                timing,
                timing.stage(),
                primary,
                Histogram.of(countsOf(primary.getStatistics())),
                warmup)
            : throughput(timing, primary, warmup));
    if (timing.mode() == LatencyMode.SAMPLE && timing.stage() == LatencyStage.END_TO_END) {
      for (LatencyStage stage : WITHIN_END_TO_END) {
        Result<?> result = secondary.get(stage.id());
        if (result == null) {
          throw new LatencyException(
              "JMH gives no time of stage " + stage.id() + " within " + timing, null);
        }
        // JMH's JSON has percentiles of secondary results, but not their samples.
        distributions.add(sampled(timing, stage, result, List.of(), warmup));
      }
      Result<?> refine = secondary.get(LatencyStage.REFINE.id());
      if (refine != null) {
        distributions.add(sampled(timing, LatencyStage.REFINE, refine, List.of(), warmup));
      }
    }
    return distributions;
  }

  private static LatencyDistribution sampled(
      Timing timing,
      LatencyStage stage,
      Result<?> result,
      List<Bucket> histogram,
      @Nullable Warmup warmup) {
    Statistics statistics = result.getStatistics();
    Percentiles percentiles =
        new Percentiles(
            statistics.getPercentile(50),
            statistics.getPercentile(90),
            statistics.getPercentile(95),
            statistics.getPercentile(99),
            statistics.getPercentile(99.9),
            statistics.getMin(),
            statistics.getMax());
    return new LatencyDistribution(
        stage,
        LatencyMode.SAMPLE,
        timing.threads(),
        timing.batch(),
        result.getScore(),
        error(result),
        percentiles,
        statistics.getN(),
        histogram,
        warmup);
  }

  private static NavigableMap<Double, Long> countsOf(Statistics statistics) {
    NavigableMap<Double, Long> counts = new TreeMap<>();
    Iterator<Map.Entry<Double, Long>> samples = statistics.getRawData();
    while (samples.hasNext()) {
      Map.Entry<Double, Long> sample = samples.next();
      counts.merge(sample.getKey(), sample.getValue(), Long::sum);
    }
    return counts;
  }

  private static LatencyDistribution throughput(
      Timing timing, Result<?> result, @Nullable Warmup warmup) {
    Double error = error(result);
    return new LatencyDistribution(
        timing.stage(),
        LatencyMode.THROUGHPUT,
        timing.threads(),
        timing.batch(),
        result.getScore() * timing.batch(),
        error == null ? null : error * timing.batch(),
        null,
        result.getStatistics().getN(),
        List.of(),
        warmup);
  }

  /** JMH gives NaN where there are too few samples for an interval. */
  private static @Nullable Double error(Result<?> result) {
    double error = result.getScoreError();
    return Double.isNaN(error) ? null : error;
  }
}
