package io.github.segbench.engine.plan;

import io.github.segbench.engine.config.RunConfig;
import java.util.List;
import java.util.Objects;

/** A run and its trials, in the order in which they are run. */
public record RunPlan(RunConfig config, List<Trial> trials) {
  public RunPlan {
    Objects.requireNonNull(config, "config");
    trials = List.copyOf(trials);
  }
}
