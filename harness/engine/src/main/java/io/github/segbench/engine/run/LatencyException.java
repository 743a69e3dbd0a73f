package io.github.segbench.engine.run;

import io.github.segbench.api.SegbenchException;
import org.jspecify.annotations.Nullable;

/** A timing that failed or is missing; the message says which and why. */
public final class LatencyException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public LatencyException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
