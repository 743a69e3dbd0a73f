package io.github.segbench.api.model;

import io.github.segbench.api.model.Preprocessing.Layout;
import java.util.Objects;

/**
 * The output in which a network gives a score for each class and pixel.
 *
 * @param name of the output
 * @param layout of its dimensions
 * @param kind what the scores are
 */
public record ScoreOutput(String name, Layout layout, Kind kind) {

  /** What a score is. */
  public enum Kind {
    /** Any real number; the softmax over the classes gives probabilities. */
    LOGITS,
    /**
     * 0 to 1. One channel a class, the sum over the classes is 1; or one channel for two classes,
     * the probability of the second.
     */
    PROBABILITIES,
    /** Any real number, one channel for two classes: its sigmoid is that of the second. */
    SIGMOID_LOGITS
  }

  public ScoreOutput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(kind, "kind");
  }
}
