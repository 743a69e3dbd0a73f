package io.github.segbench.engine.run;

import io.github.segbench.engine.config.RunConfig;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.LatencyResult;
import io.github.segbench.engine.result.RunFolder;
import io.github.segbench.engine.result.TrialIdentity;
import io.github.segbench.engine.result.TrialPhase;
import io.github.segbench.engine.result.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes one trial from its opening to its result, whatever that is. */
final class TrialRunner {
  private final RunConfig config;
  private final RunFolder folder;
  private final TrialOpener opener;
  private final AccuracyRunner accuracy;
  private final LatencyMeter meter;
  private final RunProgress progress;

  TrialRunner(
      RunConfig config,
      RunFolder folder,
      TrialOpener opener,
      AccuracyRunner accuracy,
      LatencyMeter meter,
      RunProgress progress) {
    this.config = config;
    this.folder = folder;
    this.opener = opener;
    this.accuracy = accuracy;
    this.meter = meter;
    this.progress = progress;
  }

  TrialResult run(Trial trial) {
    try {
      OpenTrial open = opener.open(trial);
      Optional<AccuracyOutcome> outcome = measureAccuracy(open);
      return measureLatency(trial, open.identity(), outcome);
    } catch (TrialSkippedException e) {
      return e.asResult();
    } catch (TrialFailedException e) {
      return e.asResult(null);
    }
  }

  /** Closes the trial, so that the latency phase has the machine to itself. */
  private Optional<AccuracyOutcome> measureAccuracy(OpenTrial open) {
    return PhaseBoundary.within(
        TrialPhase.ACCURACY,
        open::identity,
        () -> {
          try (open) {
            return config.accuracy().enabled() ? Optional.of(score(open)) : Optional.empty();
          }
        });
  }

  private AccuracyOutcome score(OpenTrial open) {
    progress.phaseStarted(open.trial(), TrialPhase.ACCURACY, open.samples().size());
    try {
      return accuracy.run(open, progress::imageDone);
    } finally {
      progress.phaseEnded();
    }
  }

  /** A trial that fails here keeps its accuracy. */
  private TrialResult measureLatency(
      Trial trial, TrialIdentity identity, Optional<AccuracyOutcome> outcome) {
    List<String> notes = new ArrayList<>(outcome.map(AccuracyOutcome::notes).orElse(List.of()));
    LatencyResult latency = LatencyResult.NONE;
    if (config.latency().enabled()) {
      notes.addAll(notesOnBatch(trial));
      OutputDigests scored = outcome.map(AccuracyOutcome::outputs).orElse(OutputDigests.NONE);
      try {
        LatencyOutcome timed =
            PhaseBoundary.within(TrialPhase.LATENCY, () -> identity, () -> time(trial, scored));
        latency = timed.result();
        notes.addAll(timed.notes());
      } catch (TrialFailedException e) {
        return e.asResult(outcome.map(AccuracyOutcome::result).orElse(null));
      }
    }
    return new TrialResult.Completed(
        identity, outcome.map(AccuracyOutcome::result).orElse(null), latency, notes);
  }

  private LatencyOutcome time(Trial trial, OutputDigests scored) {
    progress.phaseStarted(trial, TrialPhase.LATENCY, 0);
    try {
      return meter.measure(trial, folder.configFile(), folder.jmhFile(trial.id()), scored);
    } finally {
      progress.phaseEnded();
    }
  }

  private List<String> notesOnBatch(Trial trial) {
    int most = trial.model().spec().preprocessing().maxBatch();
    List<String> tooLarge =
        config.latency().batch().stream()
            .filter(batch -> batch > most)
            .map(batch -> Integer.toString(batch))
            .toList();
    return tooLarge.isEmpty()
        ? List.of()
        : List.of(
            "batch "
                + String.join(", ", tooLarge)
                + " is not measured: the network takes at most "
                + most
                + (most == 1 ? " image" : " images")
                + " at a time");
  }
}
