package io.github.segbench.engine.result;

import java.util.List;
import java.util.Objects;

/** How quiet the machine was around a trial's latency phase. */
public record Conditions(State before, State after) {
  public Conditions {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /**
   * The machine at one moment.
   *
   * @param load average number of runnable threads over the last minute; negative if unknown
   * @param busy share 0..1 of the processors' time that was used over a short look, segbench itself
   *     waiting meanwhile; negative if unknown
   * @param steal share 0..1 of the processors' time that the host gave to others since the last
   *     look, or over a short look; negative if unknown
   * @param governors how the processors choose their frequency; empty if the system does not say
   */
  public record State(double load, double busy, double steal, List<String> governors) {
    public State {
      governors = List.copyOf(governors);
    }
  }
}
