package io.github.segbench.latency;

import io.github.segbench.engine.result.LatencyDistribution.Warmup;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.OpenTrial;
import io.github.segbench.engine.run.OutputDigests;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
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
 * The JMH benchmark: times a trial that its fork finds through system properties. Stage and batch
 * are parameters that {@link StageMeter} sets.
 */
@State(Scope.Benchmark)
public class TrialBenchmark {
  private static final String UNSET = "__unset__";

  /** The id of {@code END_TO_END}, {@code AFTER_PAUSE} or {@code INFERENCE}. */
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

  /** The time before each call in which the process does nothing; JMH does not count it. */
  @State(Scope.Thread)
  public static class Pause {
    private long millis;

    /** Is told how long it is. */
    @Setup
    public void read() {
      millis = TimingProperties.ofThisJvm().pause().toMillis();
    }

    /**
     * Sleeps.
     *
     * @throws InterruptedException if JMH ends the fork
     */
    @Setup(Level.Invocation)
    public void rest() throws InterruptedException {
      Thread.sleep(millis);
    }
  }

  /** Opens the trial, prepares the images, warms up, and reports what the calls give. */
  @Setup
  public void open(BenchmarkParams params, Blackhole sink) {
    ForkProperties fork = ForkProperties.ofThisJvm();
    trial = fork.openTrial();
    List<EncodedImage> images = EncodedImage.first(fork.images(), trial.samples());
    LatencyStage timed = LatencyStage.named(stage).orElseThrow();
    boolean staged = timed == LatencyStage.END_TO_END && params.getMode() == Mode.SampleTime;
    EndToEnd endToEnd =
        new EndToEnd(
            images,
            trial.adapter(),
            trial.network(),
            trial.chain(),
            staged ? StageSamples.OF_THIS_FORK : StageClock.STOPPED);
    OutputDigests outputs = endToEnd.outputs();
    workload =
        switch (timed) {
          case END_TO_END, AFTER_PAUSE -> endToEnd;
          case INFERENCE ->
              Inference.prepared(images, Integer.parseInt(batch), trial.adapter(), trial.network());
          case DECODE, PREPROCESS, POSTPROCESS, REFINE ->
              throw new LatencyException("stage " + stage + " is timed within endToEnd", null);
          case COLD_START, MODEL_LOAD, FIRST_INFERENCE ->
              throw new LatencyException("stage " + stage + " is timed in a JVM of its own", null);
        };
    TimingProperties properties = TimingProperties.ofThisJvm();
    Warmup warmup =
        new WarmUp(properties.warmUp(), System::nanoTime)
            .run(workload, images.size(), params.getThreads(), sink);
    new ForkReport(outputs, warmup).appendTo(properties.report());
    // JMH's first iteration has begun before this method was called.
    StageSamples.OF_THIS_FORK.clear();
  }

  /** One call. */
  @Benchmark
  public void call(Cursor cursor, Blackhole sink) {
    workload.run(cursor.next(), sink);
  }

  /** One call of a process that has just been idle. */
  @Benchmark
  public void callAfterPause(Cursor cursor, Pause pause, Blackhole sink) {
    workload.run(cursor.next(), sink);
  }

  /** Gives the inputs back and unloads the network. */
  @TearDown
  public void close() {
    workload.close();
    trial.close();
  }
}
