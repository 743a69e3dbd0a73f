package io.github.segbench.engine.run;

import io.github.segbench.api.SegbenchException;
import io.github.segbench.engine.result.AccuracyResult;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialPhase;
import io.github.segbench.engine.result.TrialResult;
import org.jspecify.annotations.Nullable;

/** A trial in which something broke; the message is one line. */
public final class TrialFailedException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  private final transient TrialIdentity identity;
  private final TrialPhase phase;

  public TrialFailedException(
      TrialIdentity identity, TrialPhase phase, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.identity = identity;
    this.phase = phase;
  }

  /** The trial as far as it was known when it broke. */
  public TrialIdentity identity() {
    return identity;
  }

  /** What the trial was doing. */
  public TrialPhase phase() {
    return phase;
  }

  /**
   * @param accuracy of a trial that broke after its accuracy phase; else null
   */
  public TrialResult.Failed asResult(@Nullable AccuracyResult accuracy) {
    return new TrialResult.Failed(identity, phase, PhaseBoundary.oneLine(this), accuracy);
  }
}
