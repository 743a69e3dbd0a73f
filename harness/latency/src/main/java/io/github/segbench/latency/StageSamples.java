package io.github.segbench.latency;

import io.github.segbench.engine.result.LatencyStage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.ResultRole;
import org.openjdk.jmh.results.SampleTimeResult;
import org.openjdk.jmh.util.SampleBuffer;

/**
 * The times of the stages within the end-to-end calls of the running iteration.
 *
 * <p>JMH makes the benchmark and the profiler, each by its constructor without parameters, and
 * never introduces them to one another: in a fork they meet at {@link #OF_THIS_FORK}.
 */
final class StageSamples implements StageClock {
  static final StageSamples OF_THIS_FORK = new StageSamples();

  private final Map<LatencyStage, SampleBuffer> buffers = new EnumMap<>(LatencyStage.class);

  @Override
  public synchronized void record(StageTimes times) {
    add(LatencyStage.DECODE, times.decoded() - times.started());
    add(LatencyStage.PREPROCESS, times.preprocessed() - times.decoded());
    long behindNetwork = times.postprocessed() - times.inferred();
    Long refineNanos = times.refineNanos();
    if (refineNanos == null) {
      add(LatencyStage.POSTPROCESS, behindNetwork);
    } else {
      add(LatencyStage.POSTPROCESS, behindNetwork - refineNanos);
      add(LatencyStage.REFINE, refineNanos);
    }
  }

  private void add(LatencyStage stage, long nanos) {
    buffers.computeIfAbsent(stage, s -> new SampleBuffer()).add(nanos);
  }

  synchronized void clear() {
    buffers.clear();
  }

  /** One result a stage that was timed since {@link #clear()}, labelled with the stage's id. */
  synchronized List<SampleTimeResult> results() {
    List<SampleTimeResult> results = new ArrayList<>();
    buffers.forEach(
        (stage, buffer) ->
            results.add(
                new SampleTimeResult(
                    ResultRole.SECONDARY, stage.id(), buffer, TimeUnit.MILLISECONDS)));
    return results;
  }
}
