package io.github.segbench.latency;

import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.OutputDigests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What JMH and its forks said of one trial, timing by timing. */
final class JmhTimings {
  private final OutputCheck outputs;
  private final UnsettledTimings unsettled = new UnsettledTimings();
  private final List<RunResult> results = new ArrayList<>();
  private final List<LatencyDistribution> distributions = new ArrayList<>();
  private final List<ResourceUse> resources = new ArrayList<>();

  /**
   * @param scored what the forks must give
   */
  JmhTimings(OutputDigests scored) {
    outputs = new OutputCheck(scored);
  }

  /**
   * @throws LatencyException if a fork gives other outputs than were scored, or a stage is missing
   */
  void add(Timing timing, RunResult result, List<ForkReport> reports) {
    outputs.check(timing, reports);
    Warmup warmup = ForkReport.worstWarmup(reports);
    unsettled.add(timing, warmup);
    Map<String, Result<?>> secondary = secondaryOf(result);
    results.add(result);
    distributions.addAll(JmhDistributions.of(timing, result.getPrimaryResult(), secondary, warmup));
    resources.addAll(JmhResources.of(secondary));
  }

  /** As JMH gave them. */
  List<RunResult> results() {
    return List.copyOf(results);
  }

  List<LatencyDistribution> distributions() {
    return List.copyOf(distributions);
  }

  List<ResourceUse> resources() {
    return List.copyOf(resources);
  }

  /** What a reader of the numbers should know. */
  List<String> notes() {
    return unsettled.notes();
  }

  @SuppressWarnings("rawtypes") // as JMH declares it
  private static Map<String, Result<?>> secondaryOf(RunResult run) {
    Map<String, Result<?>> secondary = new LinkedHashMap<>();
    for (Map.Entry<String, Result> result : run.getSecondaryResults().entrySet()) {
      secondary.put(result.getKey(), result.getValue());
    }
    return secondary;
  }
}
