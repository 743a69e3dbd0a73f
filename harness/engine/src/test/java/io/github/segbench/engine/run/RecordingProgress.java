package io.github.segbench.engine.run;

import io.github.segbench.engine.plan.RunPlan;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.TrialPhase;
import io.github.segbench.engine.result.TrialResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what it was told, images as a number alone. */
final class RecordingProgress implements RunProgress {
  final List<String> events = new ArrayList<>();
  final AtomicInteger images = new AtomicInteger();

  @Override
  public void runStarted(RunPlan plan) {
    events.add("run of " + plan.trials().size());
  }

  @Override
  public void trialStarted(Trial trial) {
    events.add("trial " + trial.id());
  }

  @Override
  public void phaseStarted(Trial trial, TrialPhase phase, int total) {
    events.add("phase " + phase.id() + " of " + total);
  }

  @Override
  public void imageDone() {
    images.incrementAndGet();
  }

  @Override
  public void phaseEnded() {
    events.add("phase ended");
  }

  @Override
  public void trialEnded(TrialResult result) {
    events.add("ended " + result.identity().id());
  }

  @Override
  public void runEnded(RunResult result) {
    events.add("run ended");
  }
}
