package io.github.segbench.engine.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How quiet the machine was around a trial's latency phase.
 *
 * @param before the phase, over a short look in which segbench waits
 * @param after the phase, over the time since {@code before}
 */
public record Conditions(State before, State after) {
  /**
   * Others may use this share of the processors' time: of two processors a fifth of one. That much
   * a desktop uses when nobody works at it.
   */
  private static final double MOST_BUSY = 0.1;

  /** The host may give this share to others: every fiftieth tick of the clock. */
  private static final double MOST_STEAL = 0.02;

  public Conditions {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /**
   * The machine at one moment and over the time that led to it.
   *
   * @param load average number of threads that ran or wanted to over the last minute, segbench's
   *     own included; negative if unknown
   * @param busy share 0..1 of the processors' time that processes other than segbench and its forks
   *     used; negative if unknown
   * @param steal share 0..1 of the processors' time that the host gave to others; negative if
   *     unknown
   * @param governors how the processors choose their frequency; empty if the system does not say
   */
  public record State(double load, double busy, double steal, List<String> governors) {
    public State {
      governors = List.copyOf(governors);
    }
  }

  /**
   * Why the timings are not to be quoted, in a sentence: others used more than a tenth of the
   * processors' time before or during the phase, or the host more than a fiftieth. Empty if neither
   * is so or known to be so. The load is no reason, because segbench's accuracy phase raises it;
   * nor are governors.
   */
  public Optional<String> disturbance() {
    List<String> reasons = new ArrayList<>();
    if (before.busy() > MOST_BUSY) {
      reasons.add("used by others " + percent(before.busy()) + " before the timings");
    }
    if (after.busy() > MOST_BUSY) {
      reasons.add("used by others " + percent(after.busy()) + " during the timings");
    }
    if (after.steal() > MOST_STEAL) {
      reasons.add("taken by the host " + percent(after.steal()) + " during the timings");
    }
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the machine was busy (processor time "
                + String.join(", ", reasons)
                + "): these timings are not to be quoted");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }
}
