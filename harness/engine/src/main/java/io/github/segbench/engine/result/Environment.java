package io.github.segbench.engine.result;

import java.util.Objects;

/**
 * The machine and software that a run was made on.
 *
 * @param segbenchVersion of the harness
 * @param cpu model name
 * @param cores available to the JVM
 * @param memoryBytes of the machine
 * @param loadAverage of the last minute when the run began; negative if unknown
 * @param commit of the working tree that segbench runs from; empty if unknown
 */
public record Environment(
    String segbenchVersion,
    String commit,
    String cpu,
    int cores,
    long memoryBytes,
    String os,
    String jvm,
    double loadAverage) {
  public Environment {
    Objects.requireNonNull(segbenchVersion, "segbenchVersion");
    Objects.requireNonNull(commit, "commit");
    Objects.requireNonNull(cpu, "cpu");
    Objects.requireNonNull(os, "os");
    Objects.requireNonNull(jvm, "jvm");
  }
}
