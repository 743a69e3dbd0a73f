package io.github.segbench.latency;

import java.util.Collection;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;

/** Hands the times of the stages to JMH, as secondary results of the end-to-end calls. */
public final class StageProfiler implements InternalProfiler {

  @Override
  public String getDescription() {
    return "times of the stages within end-to-end calls";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    StageSamples.OF_THIS_FORK.clear();
  }

  @Override
  @SuppressWarnings("rawtypes") // as JMH declares it
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    return StageSamples.OF_THIS_FORK.results();
  }
}
