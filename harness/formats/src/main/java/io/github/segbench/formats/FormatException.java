package io.github.segbench.formats;

import io.github.segbench.api.SegbenchException;

/**
 * A file of segmentations that is missing, damaged or contradicts itself. The message is one line:
 * the file, the image or annotation in it, the value that was found and what was expected.
 */
public final class FormatException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public FormatException(String message) {
    super(message);
  }

  public FormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
