package io.github.segbench.engine.run;

import io.github.segbench.engine.result.AccuracyResult;
import java.util.List;
import java.util.Objects;

/**
 * What the accuracy phase of one trial gave.
 *
 * @param notes what a reader of the numbers should know
 * @param outputs of the first images, with which other runs of the same trial can be compared
 */
public record AccuracyOutcome(AccuracyResult result, List<String> notes, OutputDigests outputs) {
  public AccuracyOutcome {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(outputs, "outputs");
    notes = List.copyOf(notes);
  }
}
