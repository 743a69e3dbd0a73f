package io.github.segbench.latency;

import io.github.segbench.engine.result.LatencyDistribution;
import io.github.segbench.engine.result.LatencyDistribution.Percentiles;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.util.ListStatistics;

/** Times the first image of fresh JVMs, one after the other. */
final class ColdStartMeter implements PhasePart {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double CONFIDENCE = 0.999;

  private final int count;
  private final ForkLauncher launcher;
  private final OutputCheck outputs;

  /**
   * @param count number of JVMs; 0 for no cold starts
   */
  ColdStartMeter(int count, ForkLauncher launcher, OutputCheck outputs) {
    this.count = count;
    this.launcher = launcher;
    this.outputs = outputs;
  }

  @Override
  public int steps() {
    return count == 0 ? 0 : 1;
  }

  @Override
  public Findings measure(Steps steps) {
    return count == 0
        ? Findings.NONE
        : Findings.ofTimings(steps.take(toString(), Duration.ZERO, this::measure));
  }

  /** The whole start, and the model's part in it. */
  private List<LatencyDistribution> measure() {
    ListStatistics whole = new ListStatistics();
    ListStatistics load = new ListStatistics();
    ListStatistics inference = new ListStatistics();
    for (int number = 1; number <= count; number++) {
      String name = "cold start " + number + " of " + count;
      ForkLauncher.Forked<ColdStart> fork =
          launcher.run(name, Duration.ZERO, ColdStartFork.class, ColdStart.class);
      ColdStart start = fork.result();
      outputs.checkFirst(name, start.outputs());
      long started = ChronoUnit.NANOS.between(Instant.EPOCH, fork.started());
      whole.addValue((start.firstResultEpochNanos() - started) / NANOS_PER_MILLI);
      load.addValue(start.modelLoadNanos() / NANOS_PER_MILLI);
      inference.addValue(start.firstInferenceNanos() / NANOS_PER_MILLI);
    }
    return List.of(
        distribution(LatencyStage.COLD_START, whole),
        distribution(LatencyStage.MODEL_LOAD, load),
        distribution(LatencyStage.FIRST_INFERENCE, inference));
  }

  /** For people. */
  @Override
  public String toString() {
    return "cold start (" + count + (count == 1 ? " JVM)" : " JVMs)");
  }

  private static LatencyDistribution distribution(LatencyStage stage, ListStatistics millis) {
    return new LatencyDistribution(
        stage,
        LatencyMode.SINGLE_SHOT,
        1,
        1,
        millis.getMean(),
        error(millis),
        new Percentiles(
            millis.getPercentile(50),
            millis.getPercentile(90),
            millis.getPercentile(95),
            millis.getPercentile(99),
            millis.getPercentile(99.9),
            millis.getMin(),
            millis.getMax()),
        millis.getN(),
        List.of());
  }

  /** Null where there are too few samples for an interval. */
  private static @Nullable Double error(ListStatistics millis) {
    double error = millis.getMeanErrorAt(CONFIDENCE);
    return Double.isNaN(error) ? null : error;
  }
}
