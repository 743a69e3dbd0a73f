package io.github.segbench.engine.run;

import io.github.segbench.engine.result.AccuracyResult;
import java.util.List;
import java.util.Objects;

/**
 * What the accuracy phase of one trial gave.
 *
 * @param notes what a reader of the numbers should know
 */
public record AccuracyOutcome(AccuracyResult result, List<String> notes) {
  public AccuracyOutcome {
    Objects.requireNonNull(result, "result");
    notes = List.copyOf(notes);
  }
}
