package io.github.segbench.latency;

import io.github.segbench.engine.run.LatencyException;
import java.util.concurrent.CancellationException;

/** A part of a trial's latency phase, which measures in JVMs of its own. */
interface PhasePart {
  /** How many steps the progress is told of; 0 if nothing of it is asked for. */
  int steps();

  /**
   * Takes its steps, one after the other.
   *
   * @throws LatencyException if one of them fails
   * @throws CancellationException if the thread is interrupted; it stays so
   */
  Findings measure(Steps steps);
}
