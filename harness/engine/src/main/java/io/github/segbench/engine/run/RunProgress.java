package io.github.segbench.engine.run;

import io.github.segbench.engine.plan.RunPlan;
import io.github.segbench.engine.plan.Trial;
import io.github.segbench.engine.result.RunResult;
import io.github.segbench.engine.result.TrialPhase;
import io.github.segbench.engine.result.TrialResult;

/** Is told how far a run has come. */
public interface RunProgress {
  void runStarted(RunPlan plan);

  void trialStarted(Trial trial);

  /**
   * @param total number of images; 0 for a phase that is not counted in images
   */
  void phaseStarted(Trial trial, TrialPhase phase, int total);

  /** An image of the phase is done. Called by many threads. */
  void imageDone();

  /** Also called for a phase that breaks. */
  void phaseEnded();

  void trialEnded(TrialResult result);

  void runEnded(RunResult result);
}
