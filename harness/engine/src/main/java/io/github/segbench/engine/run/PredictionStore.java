package io.github.segbench.engine.run;

/** Keeps the predictions of trials as files. */
@FunctionalInterface
public interface PredictionStore {
  /** Keeps nothing. */
  PredictionStore NONE = trial -> PredictionSink.NONE;

  /**
   * Makes ready for the predictions of a trial.
   *
   * @throws io.github.segbench.formats.FormatException if a file cannot be written
   */
  PredictionSink open(OpenTrial trial);
}
