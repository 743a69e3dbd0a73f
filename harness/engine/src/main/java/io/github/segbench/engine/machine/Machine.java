package io.github.segbench.engine.machine;

import java.util.List;
import java.util.Objects;

/**
 * The machine that segbench runs on, as far as it can be found out.
 *
 * @param processors that the JVM may use
 * @param memoryBytes 0 if not known
 * @param availableBytes what programs could still get; 0 if not known
 * @param governors how the processors choose their frequency, such as {@code performance}; empty if
 *     the system does not say
 * @param gpuNote why there are no GPUs; empty if there are some
 */
public record Machine(
    Cpu cpu,
    int processors,
    CgroupLimits limits,
    long memoryBytes,
    long availableBytes,
    List<String> governors,
    List<Gpu> gpus,
    String gpuNote) {
  public Machine {
    Objects.requireNonNull(cpu, "cpu");
    Objects.requireNonNull(limits, "limits");
    governors = List.copyOf(governors);
    gpus = List.copyOf(gpus);
    Objects.requireNonNull(gpuNote, "gpuNote");
  }
}
