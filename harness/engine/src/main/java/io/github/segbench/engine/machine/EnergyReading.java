package io.github.segbench.engine.machine;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The energy counters of a machine's processor packages (RAPL, which Linux shows under {@code
 * /sys/class/powercap}) at one moment.
 *
 * @param packages by the name of the counter's folder; empty where there are none or they are not
 *     readable, as they are for root alone on most systems
 */
public record EnergyReading(Map<String, Counter> packages) {
  /** On machines that do not tell. */
  public static final EnergyReading NONE = new EnergyReading(Map.of());

  public EnergyReading {
    packages = Map.copyOf(packages);
  }

  /**
   * A counter that begins anew now and then.
   *
   * @param microjoules since its last beginning
   * @param range the microjoules behind which it begins at 0 again
   */
  public record Counter(long microjoules, long range) {
    private long since(Counter earlier) {
      long difference = microjoules - earlier.microjoules;
      return difference < 0 ? difference + range : difference;
    }
  }

  /**
   * What all packages together have used since an earlier reading; empty if it is not known. Right
   * as long as no counter has begun anew more than once: they do after half an hour at full power,
   * or later.
   */
  public OptionalDouble joulesSince(EnergyReading earlier) {
    if (packages.isEmpty() || !packages.keySet().equals(earlier.packages.keySet())) {
      return OptionalDouble.empty();
    }
    long microjoules = 0;
    for (Map.Entry<String, Counter> before : earlier.packages.entrySet()) {
      Counter now = packages.get(before.getKey());
      microjoules += now == null ? 0 : now.since(before.getValue());
    }
    return OptionalDouble.of(microjoules / 1e6);
  }
}
