package io.github.segbench.api;

import org.jspecify.annotations.Nullable;

/**
 * A problem that a user can act on. Its message is one line that names the file, key or image, the
 * value and what was expected; the command line prints it without a stack trace.
 */
public abstract class SegbenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String message;

  protected SegbenchException(String message) {
    this(message, null);
  }

  protected SegbenchException(String message, @Nullable Throwable cause) {
    super(message, cause);
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }
}
