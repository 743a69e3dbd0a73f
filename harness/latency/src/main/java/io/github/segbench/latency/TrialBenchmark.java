package io.github.segbench.latency;

import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.OpenTrial;
import io.github.segbench.engine.run.OutputDigests;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * The one JMH benchmark: times a trial that its fork finds through system properties. Stage and
 * batch are parameters that {@link JmhLatencyMeter} sets.
 */
@State(Scope.Benchmark)
public class TrialBenchmark {
  private static final String UNSET = "__unset__";

  /** The id of {@code END_TO_END} or {@code INFERENCE}. */
  @Param(UNSET)
  public String stage;

  /** Images a call. */
  @Param(UNSET)
  public String batch;

  private OpenTrial trial;
  private Workload workload;

  /** Where a thread stands in the list of images. */
  @State(Scope.Thread)
  public static class Cursor {
    private int position;

    /** Threads begin at different images. */
    @Setup
    public void start(ThreadParams thread) {
      position = thread.getThreadIndex();
    }

    int next() {
      position = position == Integer.MAX_VALUE ? 0 : position + 1;
      return position;
    }
  }

  /** Opens the trial, prepares the images, warms up, and reports what the calls give. */
  @Setup
  public void open(BenchmarkParams params, Blackhole sink) {
    ForkProperties fork = ForkProperties.ofThisJvm();
    trial = fork.openTrial();
    List<EncodedImage> images = EncodedImage.first(fork.images(), trial.samples());
    boolean sampled = params.getMode() == Mode.SampleTime;
    EndToEnd endToEnd =
        new EndToEnd(
            images,
            trial.adapter(),
            trial.network(),
            trial.chain(),
            sampled ? StageSamples.OF_THIS_FORK : StageClock.STOPPED);
    OutputDigests outputs = endToEnd.outputs();
    workload =
        switch (LatencyStage.named(stage).orElseThrow()) {
          case END_TO_END -> endToEnd;
          case INFERENCE ->
              Inference.prepared(images, Integer.parseInt(batch), trial.adapter(), trial.network());
          case DECODE, PREPROCESS, POSTPROCESS, REFINE ->
              throw new LatencyException("stage " + stage + " is timed within endToEnd", null);
        };
    TimingProperties properties = TimingProperties.ofThisJvm();
    Warmup warmup =
        new WarmUp(properties.warmUp(), System::nanoTime)
            .run(workload, images.size(), params.getThreads(), sink);
    new ForkReport(outputs, warmup).appendTo(properties.report());
  }

  /** One call. */
  @Benchmark
  public void call(Cursor cursor, Blackhole sink) {
    workload.run(cursor.next(), sink);
  }

  /** Gives the inputs back and unloads the network. */
  @TearDown
  public void close() {
    workload.close();
    trial.close();
  }
}
