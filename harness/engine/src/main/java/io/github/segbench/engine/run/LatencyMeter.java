package io.github.segbench.engine.run;

import io.github.segbench.engine.plan.Trial;
import java.nio.file.Path;

/** Times one trial in fresh JVMs. Implemented by the latency module. */
public interface LatencyMeter {
  /**
   * @param trial to be timed
   * @param resolvedConfig the run's resolved configuration file, from which a fork finds the trial
   * @param jmhResult where JMH's own JSON is to be kept
   * @param scored what the accuracy phase got for the first images; the timed calls must give the
   *     same. None without an accuracy phase
   * @return everything that the trial's configuration asks for
   * @throws LatencyException if a fork fails, gives other outputs than were scored, or a timing is
   *     missing
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
   */
  LatencyOutcome measure(Trial trial, Path resolvedConfig, Path jmhResult, OutputDigests scored);
}
