package io.github.segbench.latency;

/** Takes down when the stages of one call ended. */
interface StageClock {
  /** For calls of which only the whole is timed. */
  StageClock STOPPED = times -> {};

  void record(StageTimes times);
}
