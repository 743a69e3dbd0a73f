package io.github.segbench.api.inference;

import io.github.segbench.api.SegbenchException;
import org.jspecify.annotations.Nullable;

/**
 * The backend, or the device or precision asked of it, is not there on this machine. The message is
 * the true cause. A trial that meets it is skipped.
 */
public final class BackendUnavailableException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public BackendUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
