package io.github.segbench.engine.machine;

import java.util.List;
import java.util.Objects;

/**
 * What a machine is doing at one moment.
 *
 * @param load average number of threads that ran or wanted to over the last minute; negative if not
 *     known
 * @param processors what they have done so far
 * @param governors how they choose their frequency; empty if the system does not say
 */
public record Activity(double load, ProcessorTimes processors, List<String> governors) {
  public Activity {
    Objects.requireNonNull(processors, "processors");
    governors = List.copyOf(governors);
  }
}
