package io.github.segbench.engine.config;

import java.util.List;

/**
 * Changes to a run file from the command line.
 *
 * @param set {@code KEY=VALUE}: keys and list positions from 0 (or {@code *} for all) joined by
 *     dots, and a value in YAML, such as {@code latency.threads=[1,2]}
 * @param only {@code model=GLOB}, {@code dataset=GLOB} or {@code backend=GLOB}, with {@code *} and
 *     {@code ?}: what does not match is left out
 */
public record Overrides(List<String> set, List<String> only) {
  public static final Overrides NONE = new Overrides(List.of(), List.of());

  public Overrides {
    set = List.copyOf(set);
    only = List.copyOf(only);
  }
}
