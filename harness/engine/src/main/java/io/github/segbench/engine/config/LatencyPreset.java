package io.github.segbench.engine.config;

import java.time.Duration;
import java.util.Locale;

/** How long the latency phase takes its time; every number can be set on its own as well. */
public enum LatencyPreset {
  /** For smoke tests and first impressions: one fork, many short iterations. */
  QUICK(1, 2, Duration.ofMillis(500), 10, Duration.ofMillis(300)),
  /** For comparisons on one machine. */
  STANDARD(3, 5, Duration.ofSeconds(1), 5, Duration.ofSeconds(2)),
  /** For numbers that others will quote. */
  PUBLISH(5, 10, Duration.ofSeconds(2), 10, Duration.ofSeconds(5));

  private final int forks;
  private final int warmupIterations;
  private final Duration warmupTime;
  private final int measurementIterations;
  private final Duration measurementTime;

  LatencyPreset(
      int forks,
      int warmupIterations,
      Duration warmupTime,
      int measurementIterations,
      Duration measurementTime) {
    this.forks = forks;
    this.warmupIterations = warmupIterations;
    this.warmupTime = warmupTime;
    this.measurementIterations = measurementIterations;
    this.measurementTime = measurementTime;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public int forks() {
    return forks;
  }

  public int warmupIterations() {
    return warmupIterations;
  }

  public Duration warmupTime() {
    return warmupTime;
  }

  public int measurementIterations() {
    return measurementIterations;
  }

  public Duration measurementTime() {
    return measurementTime;
  }
}
