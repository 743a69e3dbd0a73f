package io.github.segbench.latency;

import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.run.LatencyException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/** What JMH and its forks said of one trial, timing by timing. */
final class JmhTimings {
  private final OutputCheck outputs;
  private final int forks;
  private final UnsettledTimings unsettled = new UnsettledTimings();
  private final List<RunResult> results = new ArrayList<>();
  private final List<LatencyDistribution> distributions = new ArrayList<>();
  private final List<ResourceUse> resources = new ArrayList<>();

  /**
   * @param forks number of forks of each timing
   */
  JmhTimings(OutputCheck outputs, int forks) {
    this.outputs = outputs;
    this.forks = forks;
  }

  /** What JMH says of the forks of one timing, and what they say themselves. */
  record Forked(RunResult result, List<ForkReport> reports) {
    Forked {
      reports = List.copyOf(reports);
    }
  }

  /**
   * @throws LatencyException if a fork gives other outputs than were scored or does not say which,
   *     or a stage is missing
   */
  void add(Timing timing, Forked forked) {
    check(timing, forked.reports());
    Warmup warmup = ForkReport.worstWarmup(forked.reports());
    unsettled.add(timing, warmup);
    RunResult result = forked.result();
    Map<String, Result<?>> secondary = secondaryOf(result);
    results.add(result);
    distributions.addAll(JmhDistributions.of(timing, result.getPrimaryResult(), secondary, warmup));
    resources.addAll(JmhResources.of(secondary));
  }

  /** As JMH gave them. */
  List<RunResult> results() {
    return List.copyOf(results);
  }

  Findings findings() {
    return new Findings(distributions, List.of(), resources, unsettled.notes());
  }

  private void check(Timing timing, List<ForkReport> reports) {
    if (reports.size() != forks) {
      throw new LatencyException(
          "timing " + timing + ": " + reports.size() + " forks say what they give, not " + forks,
          null);
    }
    for (int i = 0; i < forks; i++) {
      outputs.check("timing " + timing + ": fork " + (i + 1), reports.get(i).outputs());
    }
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
