package io.github.segbench.api.inference;

import io.github.segbench.api.SegbenchException;
import org.jspecify.annotations.Nullable;

/** A model file that does not load or a run that fails; the message names the file. */
public final class InferenceException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public InferenceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
