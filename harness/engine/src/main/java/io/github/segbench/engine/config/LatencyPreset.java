package io.github.segbench.engine.config;

import java.time.Duration;
import java.util.Locale;

/** How long the latency phase takes its time; every number can be set on its own as well. */
public enum LatencyPreset {
  /** For smoke tests and first impressions: one fork, many short iterations. */
  QUICK(
      1,
      3,
      Duration.ofMillis(300),
      Duration.ofSeconds(2),
      10,
      Duration.ofMillis(200),
      Duration.ofMillis(50),
      2,
      Duration.ofMillis(600)),
  /** For comparisons on one machine. */
  STANDARD(
      3,
      5,
      Duration.ofSeconds(1),
      Duration.ofSeconds(20),
      5,
      Duration.ofSeconds(2),
      Duration.ofMillis(200),
      5,
      Duration.ofSeconds(10)),
  /** For numbers that others will quote. */
  PUBLISH(
      5,
      10,
      Duration.ofSeconds(2),
      Duration.ofSeconds(60),
      10,
      Duration.ofSeconds(5),
      Duration.ofSeconds(1),
      20,
      Duration.ofMinutes(1));

  private final int forks;
  private final int warmupIterations;
  private final Duration warmupTime;
  private final Duration warmupLimit;
  private final int measurementIterations;
  private final Duration measurementTime;
  private final Duration pause;
  private final int coldStarts;
  private final Duration scenarioTime;

  LatencyPreset(
      int forks,
      int warmupIterations,
      Duration warmupTime,
      Duration warmupLimit,
      int measurementIterations,
      Duration measurementTime,
      Duration pause,
      int coldStarts,
      Duration scenarioTime) {
    this.forks = forks;
    this.warmupIterations = warmupIterations;
    this.warmupTime = warmupTime;
    this.warmupLimit = warmupLimit;
    this.measurementIterations = measurementIterations;
    this.measurementTime = measurementTime;
    this.pause = pause;
    this.coldStarts = coldStarts;
    this.scenarioTime = scenarioTime;
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

  public Duration warmupLimit() {
    return warmupLimit;
  }

  public int measurementIterations() {
    return measurementIterations;
  }

  public Duration measurementTime() {
    return measurementTime;
  }

  public Duration pause() {
    return pause;
  }

  public int coldStarts() {
    return coldStarts;
  }

  public Duration scenarioTime() {
    return scenarioTime;
  }
}
