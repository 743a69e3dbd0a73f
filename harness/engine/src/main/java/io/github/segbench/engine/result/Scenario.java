package io.github.segbench.engine.result;

import java.util.Arrays;
import java.util.Optional;

/**
 * A way in which a model is used, after MLPerf Inference (Reddi et al., ISCA 2020, section 4.3).
 * Each query is one or several images, from compressed bytes to segmentations.
 */
public enum Scenario {
  /** One image after the other; what counts is the 90th percentile of their latency. */
  SINGLE_STREAM("singleStream", "ms"),
  /** Queries of several images one after the other; the 99th percentile of a query's latency. */
  MULTI_STREAM("multiStream", "ms"),
  /** All images at once; images a second. */
  OFFLINE("offline", "images/s"),
  /** Queries of one image at random times (Poisson); the highest rate that keeps a bound. */
  SERVER("server", "queries/s");

  private final String id;
  private final String unit;

  Scenario(String id, String unit) {
    this.id = id;
    this.unit = unit;
  }

  public String id() {
    return id;
  }

  /** Of {@link ScenarioResult#score}. */
  public String unit() {
    return unit;
  }

  public static Optional<Scenario> named(String id) {
    return Arrays.stream(values()).filter(s -> s.id.equals(id)).findFirst();
  }
}
