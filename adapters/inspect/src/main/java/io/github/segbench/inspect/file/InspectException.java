package io.github.segbench.inspect.file;

import io.github.segbench.api.SegbenchException;
import org.jspecify.annotations.Nullable;

/** A model file that cannot be read; the message names the file and says what it seems to be. */
public final class InspectException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public InspectException(String message) {
    super(message);
  }

  public InspectException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
