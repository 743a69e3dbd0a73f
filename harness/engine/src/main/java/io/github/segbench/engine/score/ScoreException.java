package io.github.segbench.engine.score;

import io.github.segbench.api.SegbenchException;

/**
 * Predictions that cannot be scored: they do not fit the ground truth, or one of them is damaged.
 * The message is one line that names the predictions, the image and what was expected.
 */
public final class ScoreException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public ScoreException(String message) {
    super(message);
  }

  public ScoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
