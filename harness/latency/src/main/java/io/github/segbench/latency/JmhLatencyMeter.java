package io.github.segbench.latency;

import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.Conditions;
import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Warmup;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
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
    OutputCheck outputs = new OutputCheck(scored);
    WarmUpRule warmUp =
        new WarmUpRule(config.warmupIterations(), config.warmupTime(), config.warmupLimit());
    UnsettledTimings unsettled = new UnsettledTimings();
    List<Timing> timings = Timing.of(config, trial.model().spec().preprocessing().maxBatch());
    BeyondJmh beyond = new BeyondJmh(trial, config, progress);
    int total = timings.size() + beyond.steps();
    List<RunResult> results = new ArrayList<>();
    List<LatencyDistribution> distributions = new ArrayList<>();
    List<ResourceUse> resources = new ArrayList<>();
    NoiseWatch noise = NoiseWatch.start();
    try (PrintStream log = files.openLog()) {
      for (Timing timing : timings) {
        progress.timingStarted(trial, timing.toString(), results.size() + 1, total, expectedTime());
        files.deleteForkReports();
        try {
          RunResult result =
              run(
                  timing,
                  fork,
                  new TimingProperties(warmUp, config.pause(), files.forkReports()),
                  log);
          List<ForkReport> reports = ForkReport.readAll(files.forkReports());
          outputs.check(timing, reports);
          Warmup warmup = ForkReport.worstWarmup(reports);
          unsettled.add(timing, warmup);
          results.add(result);
          distributions.addAll(
              JmhDistributions.of(timing, result.getPrimaryResult(), secondaryOf(result), warmup));
          resources.addAll(JmhResources.of(secondaryOf(result)));
        } catch (RunnerException e) {
          if (ForkFailure.isInterruption(e)) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted in timing " + timing);
          }
          throw new LatencyException(
              "timing "
                  + timing
                  + " failed: "
                  + ForkFailure.causeOf(e)
                  + " (log: "
                  + files.log()
                  + ")",
              e);
        } finally {
          progress.timingEnded();
          files.deleteForkReports();
        }
      }
    }
    JmhResources.achievedFlops(trial.model(), distributions).ifPresent(resources::add);
    files.write(results);
    BeyondJmh.Outcome more =
        beyond.measure(total, new ForkLauncher(jvmArguments(fork), files), files);
    Conditions conditions = noise.stop();
    distributions.addAll(more.timings());
    distributions.sort(
        Comparator.comparing(LatencyDistribution::stage)
            .thenComparing(LatencyDistribution::mode)
            .thenComparing(LatencyDistribution::threads)
            .thenComparing(LatencyDistribution::batch));
    List<String> notes = new ArrayList<>(unsettled.notes());
    notes.addAll(more.notes());
    conditions.disturbance().ifPresent(notes::add);
    return new LatencyOutcome(
        new LatencyResult(distributions, more.scenarios(), resources, conditions), notes);
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

  @SuppressWarnings("rawtypes") // as JMH declares it
  private static Map<String, Result<?>> secondaryOf(RunResult run) {
    Map<String, Result<?>> results = new LinkedHashMap<>();
    for (Map.Entry<String, Result> result : run.getSecondaryResults().entrySet()) {
      results.put(result.getKey(), result.getValue());
    }
    return results;
  }
}
