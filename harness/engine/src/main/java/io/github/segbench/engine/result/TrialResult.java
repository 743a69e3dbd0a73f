package io.github.segbench.engine.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a trial ended. */
public sealed interface TrialResult {
  TrialIdentity identity();

  /** The accuracy phase, where it was run and came to its end. */
  default Optional<AccuracyResult> accuracy() {
    return Optional.empty();
  }

  /** What the latency phase found out, where it was run and came to its end. */
  default LatencyResult latency() {
    return LatencyResult.NONE;
  }

  /**
   * Everything asked for was measured.
   *
   * @param accuracyResult null when the accuracy phase is switched off
   * @param notes what a reader of the numbers should know, such as a batch size that does not fit
   */
  record Completed(
      TrialIdentity identity,
      @Nullable AccuracyResult accuracyResult,
      LatencyResult latency,
      List<String> notes)
      implements TrialResult {
    public Completed {
      Objects.requireNonNull(identity, "identity");
      Objects.requireNonNull(latency, "latency");
      notes = List.copyOf(notes);
    }

    @Override
    public Optional<AccuracyResult> accuracy() {
      return Optional.ofNullable(accuracyResult);
    }
  }

  /** The trial makes no sense or cannot be run here. */
  record Skipped(TrialIdentity identity, String reason) implements TrialResult {
    public Skipped {
      Objects.requireNonNull(identity, "identity");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Something broke.
   *
   * @param message one line
   * @param accuracyResult of a trial that failed after its accuracy phase; else null
   */
  record Failed(
      TrialIdentity identity,
      TrialPhase phase,
      String message,
      @Nullable AccuracyResult accuracyResult)
      implements TrialResult {
    public Failed {
      Objects.requireNonNull(identity, "identity");
      Objects.requireNonNull(phase, "phase");
      Objects.requireNonNull(message, "message");
    }

    @Override
    public Optional<AccuracyResult> accuracy() {
      return Optional.ofNullable(accuracyResult);
    }
  }
}
