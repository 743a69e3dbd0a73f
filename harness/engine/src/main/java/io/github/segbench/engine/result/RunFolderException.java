package io.github.segbench.engine.result;

import io.github.segbench.api.SegbenchException;
import org.jspecify.annotations.Nullable;

/** A run's folder that cannot be written or read; the message names the path. */
public final class RunFolderException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public RunFolderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
