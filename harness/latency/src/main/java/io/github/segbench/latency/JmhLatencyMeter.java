package io.github.segbench.latency;

import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.Conditions;
import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyResult;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.run.LatencyException;
import io.github.segbench.engine.run.LatencyMeter;
import io.github.segbench.engine.run.LatencyOutcome;
import io.github.segbench.engine.run.OutputDigests;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
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

/**
 * Times trials with JMH, each timing in forks of its own. Cold starts and scenarios, which are no
 * benchmarks in JMH's sense, follow in other forks.
 */
public final class JmhLatencyMeter implements LatencyMeter {
  /** Reproducible as far as the JVM goes: JMH would pass on the arguments of this process. */
  private static final List<String> JVM_ARGUMENTS = List.of("-Xms256m", "-Djava.awt.headless=true");

  private final LatencyConfig config;
  private final LatencyProgress progress;
  private final Set<String> inheritedProperties;

  /**
   * @param inheritedProperties names of system properties that a fork gets from this JVM where they
   *     are set, such as the folder of an unpacked native library
   */
  public JmhLatencyMeter(
      LatencyConfig config, LatencyProgress progress, Set<String> inheritedProperties) {
    this.config = config;
    this.progress = progress;
    this.inheritedProperties = Set.copyOf(inheritedProperties);
  }

  @Override
  public LatencyOutcome measure(
      Trial trial, Path resolvedConfig, Path jmhResult, OutputDigests scored) {
    ForkProperties fork = new ForkProperties(resolvedConfig, trial.id(), config.images());
    JmhFiles files = new JmhFiles(jmhResult);
    BeyondJmh beyond = new BeyondJmh(trial, config, progress);
    NoiseWatch noise = NoiseWatch.start();
    JmhTimings timings = time(trial, fork, files, beyond.steps(), scored);
    files.write(timings.results());
    BeyondJmh.Outcome more =
        beyond.measure(
            timings.results().size() + beyond.steps(),
            new ForkLauncher(jvmArguments(fork), files),
            files);
    Conditions conditions = noise.stop();

    List<LatencyDistribution> distributions = new ArrayList<>(timings.distributions());
    distributions.addAll(more.timings());
    distributions.sort(
        Comparator.comparing(LatencyDistribution::stage)
            .thenComparing(LatencyDistribution::mode)
            .thenComparing(LatencyDistribution::threads)
            .thenComparing(LatencyDistribution::batch));
    List<ResourceUse> resources = new ArrayList<>(timings.resources());
    JmhResources.achievedFlops(trial.model(), distributions).ifPresent(resources::add);
    List<String> notes = new ArrayList<>(timings.notes());
    notes.addAll(more.notes());
    conditions.disturbance().ifPresent(notes::add);
    return new LatencyOutcome(
        new LatencyResult(distributions, more.scenarios(), resources, conditions), notes);
  }

  /**
   * @param stepsAfter number of measurements that follow these
   */
  private JmhTimings time(
      Trial trial, ForkProperties fork, JmhFiles files, int stepsAfter, OutputDigests scored) {
    WarmUpRule warmUp =
        new WarmUpRule(config.warmupIterations(), config.warmupTime(), config.warmupLimit());
    TimingProperties properties = new TimingProperties(warmUp, config.pause(), files.forkReports());
    List<Timing> timings = Timing.of(config, trial.model().spec().preprocessing().maxBatch());
    JmhTimings timed = new JmhTimings(scored);
    try (PrintStream log = files.openLog()) {
      for (Timing timing : timings) {
        int number = timed.results().size() + 1;
        int total = timings.size() + stepsAfter;
        progress.timingStarted(trial, timing.toString(), number, total, expectedTime());
        files.deleteForkReports();
        try {
          RunResult result = run(timing, fork, properties, log);
          timed.add(timing, result, ForkReport.readAll(files.forkReports()));
        } catch (RunnerException e) {
          throw failure(timing, files, e);
        } finally {
          progress.timingEnded();
          files.deleteForkReports();
        }
      }
    }
    return timed;
  }

  /**
   * @throws CancellationException if it was the user who ended the fork
   */
  private static LatencyException failure(Timing timing, JmhFiles files, RunnerException e) {
    if (ForkFailure.isInterruption(e)) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted in timing " + timing);
    }
    return new LatencyException(
        "timing " + timing + " failed: " + ForkFailure.causeOf(e) + " (log: " + files.log() + ")",
        e);
  }

  private RunResult run(
      Timing timing, ForkProperties fork, TimingProperties properties, PrintStream log)
      throws RunnerException {
    OutputFormat output = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
    return new Runner(options(timing, fork, properties), output)
        .run().stream().findFirst().orElseThrow(() -> new RunnerException("JMH has no result"));
  }

  private Options options(Timing timing, ForkProperties fork, TimingProperties properties) {
    boolean sampled = timing.mode() == LatencyMode.SAMPLE;
    List<String> arguments = new ArrayList<>(jvmArguments(fork));
    arguments.addAll(properties.jvmArguments());
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

  private List<String> jvmArguments(ForkProperties fork) {
    List<String> arguments = new ArrayList<>(JVM_ARGUMENTS);
    arguments.addAll(fork.jvmArguments());
    for (String name : inheritedProperties) {
      String value = System.getProperty(name);
      if (value != null) {
        arguments.add("-D" + name + "=" + value);
      }
    }
    return arguments;
  }

  private Duration expectedTime() {
    int windows = config.warmupIterations() + Math.min(1, config.warmupIterations());
    Duration warmup = config.warmupTime().multipliedBy(windows);
    Duration measurement = config.measurementTime().multipliedBy(config.measurementIterations());
    return warmup.plus(measurement).multipliedBy(config.forks());
  }

  private static TimeValue time(Duration duration) {
    boolean wholeMillis = duration.toNanos() % 1_000_000 == 0;
    return wholeMillis
        ? TimeValue.milliseconds(duration.toMillis())
        : TimeValue.nanoseconds(duration.toNanos());
  }
}
