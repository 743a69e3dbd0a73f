package io.github.segbench.engine.run;

import io.github.segbench.api.SegbenchException;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialResult;

/** A trial that makes no sense or cannot be run here; the message is the reason. */
public final class TrialSkippedException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  private final transient TrialIdentity identity;

  public TrialSkippedException(TrialIdentity identity, String reason) {
    super(reason);
    this.identity = identity;
  }

  /** The trial as far as it was known when it was given up. */
  public TrialIdentity identity() {
    return identity;
  }

  public TrialResult.Skipped asResult() {
    return new TrialResult.Skipped(identity, PhaseBoundary.oneLine(this));
  }
}
