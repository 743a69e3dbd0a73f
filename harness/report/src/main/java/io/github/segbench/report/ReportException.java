package io.github.segbench.report;

import io.github.segbench.api.SegbenchException;
import org.jspecify.annotations.Nullable;

/** A report that cannot be written; the message names the file, template or image and the cause. */
public final class ReportException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public ReportException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
