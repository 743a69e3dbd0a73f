package io.github.segbench.api.dataset;

import io.github.segbench.api.SegbenchException;

/** A data set that is missing, incomplete or corrupt; the message names the file or the sample. */
public final class DatasetException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public DatasetException(String message) {
    super(message);
  }

  public DatasetException(String message, Throwable cause) {
    super(message, cause);
  }
}
