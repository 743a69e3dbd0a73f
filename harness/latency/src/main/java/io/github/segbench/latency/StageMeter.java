package io.github.segbench.latency;

import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.run.LatencyException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Times a trial's stages with JMH, each timing in forks of its own, and keeps JMH's files. */
final class StageMeter implements PhasePart {
  private final LatencyConfig config;
  private final List<Timing> timings;
  private final List<String> jvmArguments;
  private final JmhFiles files;
  private final OutputCheck outputs;
  private final ForkLimit limit;

  /**
   * @param jvmArguments which tell a fork its trial
   */
  StageMeter(
      LatencyConfig config,
      List<Timing> timings,
      List<String> jvmArguments,
      JmhFiles files,
      OutputCheck outputs,
      ForkLimit limit) {
    this.config = config;
    this.timings = List.copyOf(timings);
    this.jvmArguments = List.copyOf(jvmArguments);
    this.files = files;
    this.outputs = outputs;
    this.limit = limit;
  }

  @Override
  public int steps() {
    return timings.size();
  }

  @Override
  public Findings measure(Steps steps) {
    JmhTimings timed = new JmhTimings(outputs, config.forks());
    Duration expected = forkTime().multipliedBy(config.forks());
    try (PrintStream log = files.openLog()) {
      for (Timing timing : timings) {
        timed.add(timing, steps.take(timing.toString(), expected, () -> measure(timing, log)));
      }
    }
    files.write(timed.results());
    return timed.findings();
  }

  private JmhTimings.Forked measure(Timing timing, PrintStream log) {
    files.delete(files.forkReports());
    try (ForkWatch watch = ForkWatch.start(limit())) {
      try {
        return new JmhTimings.Forked(run(timing, log), ForkReport.readAll(files.forkReports()));
      } catch (RunnerException e) {
        throw failure(timing, watch, e);
      }
    } finally {
      files.delete(files.forkReports());
    }
  }

  /**
   * @throws CancellationException if it was the user who ended the fork
   */
  private LatencyException failure(Timing timing, ForkWatch watch, RunnerException e) {
    if (ForkFailure.isInterruption(e)) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted in timing " + timing);
    }
    String reason = watch.isLate() ? ForkFailure.late(limit()) : ForkFailure.causeOf(e);
    return new LatencyException(
        "timing " + timing + " failed: " + reason + " (log: " + files.log() + ")", e);
  }

  private RunResult run(Timing timing, PrintStream log) throws RunnerException {
    OutputFormat output = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
    return new Runner(options(timing), output)
        .run().stream().findFirst().orElseThrow(() -> new RunnerException("JMH has no result"));
  }

  private Options options(Timing timing) {
    boolean sampled = timing.mode() == LatencyMode.SAMPLE;
    List<String> arguments = new ArrayList<>(jvmArguments);
    arguments.addAll(properties().jvmArguments());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(timing.benchmark()) + "$")
            .mode(sampled ? Mode.SampleTime : Mode.Throughput)
            .timeUnit(sampled ? TimeUnit.MILLISECONDS : TimeUnit.SECONDS)
            .threads(timing.threads())
            .param("stage", timing.stage().id())
            .param("batch", Integer.toString(timing.batch()))
            .forks(config.forks())
            .warmupIterations(Math.min(1, config.warmupIterations()))
            .warmupTime(time(config.warmupTime()))
            .measurementIterations(config.measurementIterations())
            .measurementTime(time(config.measurementTime()))
            // By default JMH interrupts a trial that takes ten minutes to open and to warm up.
            .timeout(time(forkLimit()))
            .jvmArgs(arguments.toArray(String[]::new))
            .shouldFailOnError(true);
    if (sampled) {
      options.addProfiler(StageProfiler.class);
    }
    if (sampled && timing.stage() == LatencyStage.END_TO_END) {
      options.addProfiler(ResourceProfiler.class);
    }
    return options.build();
  }

  private TimingProperties properties() {
    WarmUpRule warmUp =
        new WarmUpRule(config.warmupIterations(), config.warmupTime(), config.warmupLimit());
    return new TimingProperties(warmUp, config.pause(), files.forkReports());
  }

  private Duration forkTime() {
    int windows = config.warmupIterations() + Math.min(1, config.warmupIterations());
    Duration warmup = config.warmupTime().multipliedBy(windows);
    Duration measurement = config.measurementTime().multipliedBy(config.measurementIterations());
    return warmup.plus(measurement);
  }

  /** Of all forks of one timing. */
  private Duration limit() {
    return forkLimit().multipliedBy(config.forks());
  }

  /** Of a fork that warms up for as long as it may. */
  private Duration forkLimit() {
    return limit.of(forkTime().plus(config.warmupLimit()));
  }

  private static TimeValue time(Duration duration) {
    boolean wholeMillis = duration.toNanos() % 1_000_000 == 0;
    return wholeMillis
        ? TimeValue.milliseconds(duration.toMillis())
        : TimeValue.nanoseconds(duration.toNanos());
  }
}
