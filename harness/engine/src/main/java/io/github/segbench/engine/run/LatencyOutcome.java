package io.github.segbench.engine.run;

import io.github.segbench.engine.result.LatencyResult;
import java.util.List;
import java.util.Objects;

/**
 * What the latency phase of one trial gave.
 *
 * @param notes what a reader of the numbers should know
 */
public record LatencyOutcome(LatencyResult result, List<String> notes) {
  public LatencyOutcome {
    Objects.requireNonNull(result, "result");
    notes = List.copyOf(notes);
  }
}
