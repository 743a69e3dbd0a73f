package io.github.segbench.latency;

import io.github.segbench.engine.config.LatencyConfig;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.Conditions;
import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyResult;
import io.github.segbench.engine.result.ResourceUse;
import io.github.segbench.engine.run.LatencyMeter;
import io.github.segbench.engine.run.LatencyOutcome;
import io.github.segbench.engine.run.OutputDigests;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Measures trials in fresh JVMs, part by part: stages under JMH, then cold starts and scenarios,
 * which are no benchmarks in JMH's sense. Around them it looks at what else the machine does.
 */
public final class ForkedLatencyMeter implements LatencyMeter {
  /** Reproducible as far as the JVM goes: JMH would pass on the arguments of this process. */
  private static final List<String> JVM_ARGUMENTS =
      List.of(
          "-Xms256m",
          "-Djava.awt.headless=true",
          "-XX:CompileCommand=quiet",
          // As the launcher: the argmax is compiled by itself.
          "-XX:CompileCommand=dontinline,io.github.segbench.models.semantic.RowArgmax::add");

  private final LatencyConfig config;
  private final LatencyProgress progress;
  private final Set<String> inheritedProperties;
  private final ForkLimit limit;

  /**
   * @param inheritedProperties names of system properties that a fork gets from this JVM where they
   *     are set, such as the folder of an unpacked native library
   */
  public ForkedLatencyMeter(
      LatencyConfig config, LatencyProgress progress, Set<String> inheritedProperties) {
    this(config, progress, inheritedProperties, ForkLimit.AMPLE);
  }

  ForkedLatencyMeter(
      LatencyConfig config,
      LatencyProgress progress,
      Set<String> inheritedProperties,
      ForkLimit limit) {
    this.config = config;
    this.progress = progress;
    this.inheritedProperties = Set.copyOf(inheritedProperties);
    this.limit = limit;
  }

  @Override
  public LatencyOutcome measure(
      Trial trial, Path resolvedConfig, Path jmhResult, OutputDigests scored) {
    ForkProperties fork = new ForkProperties(resolvedConfig, trial.id(), config.images());
    List<PhasePart> parts =
        parts(trial, jvmArguments(fork), new JmhFiles(jmhResult), new OutputCheck(scored));
    Steps steps = new Steps(trial, progress, parts.stream().mapToInt(PhasePart::steps).sum());
    NoiseWatch noise = NoiseWatch.start();
    List<Findings> findings = new ArrayList<>();
    for (PhasePart part : parts) {
      findings.add(part.measure(steps));
    }
    return outcome(trial, Findings.joined(findings), noise.stop());
  }

  /**
   * The stages come first: without an accuracy phase, the other outputs are compared with theirs.
   */
  private List<PhasePart> parts(
      Trial trial, List<String> jvmArguments, JmhFiles files, OutputCheck outputs) {
    int maxBatch = trial.model().spec().preprocessing().maxBatch();
    ForkLauncher launcher = new ForkLauncher(jvmArguments, files, limit);
    return List.of(
        new StageMeter(config, Timing.of(config, maxBatch), jvmArguments, files, outputs, limit),
        new ColdStartMeter(config.coldStarts(), launcher, outputs),
        new ScenarioMeter(ScenarioSettings.of(config, maxBatch), launcher, files, outputs));
  }

  private static LatencyOutcome outcome(Trial trial, Findings found, Conditions conditions) {
    List<LatencyDistribution> timings =
        found.timings().stream()
            .sorted(
                Comparator.comparing(LatencyDistribution::stage)
                    .thenComparing(LatencyDistribution::mode)
                    .thenComparing(LatencyDistribution::threads)
                    .thenComparing(LatencyDistribution::batch))
            .toList();
    List<ResourceUse> resources = new ArrayList<>(found.resources());
    JmhResources.achievedFlops(trial.model(), timings).ifPresent(resources::add);
    List<String> notes = new ArrayList<>(found.notes());
    conditions.disturbance().ifPresent(notes::add);
    return new LatencyOutcome(
        new LatencyResult(timings, found.scenarios(), resources, conditions), notes);
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
}
