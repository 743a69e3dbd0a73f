package io.github.segbench.engine.result;

import java.util.Arrays;
import java.util.Optional;

/** How a stage was timed. */
public enum LatencyMode {
  /** Single calls, one thread: {@code ms/op}, with percentiles from all samples. */
  SAMPLE("sample", "ms/op"),
  /** As many calls as possible: {@code images/s}. */
  THROUGHPUT("throughput", "images/s"),
  /** The first and only call of a fresh process: {@code ms/op}, with percentiles over processes. */
  SINGLE_SHOT("singleShot", "ms/op");

  private final String id;
  private final String unit;

  LatencyMode(String id, String unit) {
    this.id = id;
    this.unit = unit;
  }

  public String id() {
    return id;
  }

  public String unit() {
    return unit;
  }

  public static Optional<LatencyMode> named(String id) {
    return Arrays.stream(values()).filter(m -> m.id.equals(id)).findFirst();
  }
}
