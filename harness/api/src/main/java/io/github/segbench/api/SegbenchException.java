package io.github.segbench.api;

import org.jspecify.annotations.Nullable;

/**
 * A problem that a user can act on. Its message is one line that names the file, key or image, the
 * value and what was expected; the command line prints it without a stack trace.
 */
public abstract class SegbenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected SegbenchException(String message) {
    super(message);
  }

  protected SegbenchException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
