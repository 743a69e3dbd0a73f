package io.github.segbench.cli;

import io.github.segbench.engine.plan.RunPlan;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.LatencyMode;
import io.github.segbench.engine.result.LatencyStage;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.TrialPhase;
import io.github.segbench.engine.result.TrialResult;
import io.github.segbench.engine.run.RunProgress;
import io.github.segbench.latency.LatencyProgress;
import io.github.segbench.metrics.evaluation.Evaluation;
import io.github.segbench.metrics.evaluation.MetricValue;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells a person how far a run has come: a line a trial, a bar or lines a phase. */
final class ConsoleProgress implements RunProgress, LatencyProgress {
  private static final double MILLIS_PER_SECOND = 1e3;

  private final PrintWriter err;
  private final boolean terminal;
  private final Clock clock;
  private int trials;
  private int current;
  private volatile @Nullable PhaseMeter meter;

  ConsoleProgress(PrintWriter err, boolean terminal, Clock clock) {
    this.err = err;
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public void runStarted(RunPlan plan) {
    trials = plan.trials().size();
    err.println(plan.config().name() + ": " + trials + (trials == 1 ? " trial" : " trials"));
  }

  @Override
  public void trialStarted(Trial trial) {
    current++;
    err.println("[" + current + "/" + trials + "] " + trial.id());
  }

  @Override
  public void phaseStarted(Trial trial, TrialPhase phase, int total) {
    if (phase == TrialPhase.LATENCY) {
      return; // told timing by timing
    }
    if (total > 0) {
      meter = PhaseMeter.open(phase.id(), total, err, terminal, clock);
    }
  }

  @Override
  public void imageDone() {
    PhaseMeter open = meter;
    if (open != null) {
      open.step();
    }
  }

  @Override
  public void phaseEnded() {
    PhaseMeter open = meter;
    if (open != null) {
      open.close();
      meter = null;
    }
  }

  @Override
  public void timingStarted(Trial trial, String timing, int number, int total, Duration expected) {
    err.println(
        String.format(
            Locale.ROOT,
            "      latency %d of %d: %s%s",
            number,
            total,
            timing,
            expected.isZero()
                ? ""
                : String.format(Locale.ROOT, ", %.1f s", expected.toMillis() / MILLIS_PER_SECOND)));
  }

  @Override
  public void timingEnded() {
    err.flush();
  }

  @Override
  public void trialEnded(TrialResult result) {
    if (result instanceof TrialResult.Skipped skipped) {
      err.println("      skipped: " + skipped.reason());
    } else if (result instanceof TrialResult.Failed failed) {
      err.println("      FAILED (" + failed.phase().id() + "): " + failed.message());
      if (failed.phase() == TrialPhase.DATASET) {
        String id = failed.identity().datasetId();
        err.println(
            "      './segbench datasets verify "
                + id
                + "' says what is wrong with it, or how to get it");
      }
    } else {
      err.println("      " + String.join(", ", headlines(result)));
    }
    if (result instanceof TrialResult.Completed completed) {
      completed.notes().forEach(note -> err.println("      note: " + note));
    }
  }

  @Override
  public void runEnded(RunResult result) {
    err.flush();
  }

  private static List<String> headlines(TrialResult result) {
    List<String> parts = new ArrayList<>();
    result
        .accuracy()
        .ifPresent(
            accuracy -> accuracy.evaluations().forEach(evaluation -> parts.add(first(evaluation))));
    result.latency().timings().stream()
        .filter(l -> l.stage() == LatencyStage.END_TO_END && l.mode() == LatencyMode.SAMPLE)
        .findFirst()
        .map(l -> l.percentiles())
        .ifPresent(p -> parts.add(String.format(Locale.ROOT, "end to end p50 %.2f ms", p.p50())));
    return parts.isEmpty() ? List.of("nothing to measure") : parts;
  }

  private static String first(Evaluation evaluation) {
    String metric =
        switch (evaluation.task()) {
          case SEMANTIC -> "mIoU";
          case INSTANCE -> "AP";
          case PANOPTIC -> "PQ";
        };
    return evaluation
        .value(metric, MetricValue.ALL)
        .map(MetricValue::value)
        .map(value -> String.format(Locale.ROOT, "%s %.4f", metric, value))
        .orElse(evaluation.task().id() + " scored");
  }
}
