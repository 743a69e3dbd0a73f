package io.github.segbench.latency;

/** Takes down when the stages of one call ended. */
interface StageClock {
  /** For calls of which only the whole is timed. */
  StageClock STOPPED = (started, decoded, preprocessed, inferred, postprocessed) -> {};

  /** All from {@link System#nanoTime()}. */
  void record(long started, long decoded, long preprocessed, long inferred, long postprocessed);
}
