package io.github.segbench.engine.result;

import io.github.segbench.api.segmentation.LabelSet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that a run found out; immutable.
 *
 * @param name of the run file
 * @param command how to repeat it, one shell line
 * @param configYaml the resolved configuration
 * @param labelSets of the data sets, by id
 * @param trials in the order of the plan
 * @param parity how far backends agree; empty if they were not compared
 */
public record RunResult(
    String name,
    String description,
    Instant started,
    Instant finished,
    String command,
    String configYaml,
    Environment environment,
    Map<String, LabelSet> labelSets,
    List<TrialResult> trials,
    List<ParityResult> parity) {
  /** Version of the files that a run is stored in; rises when a reader of old files would break. */
  public static final int SCHEMA_VERSION = 1;

  /** A result whose backends were not compared. */
  public RunResult(
      String name,
      String description,
      Instant started,
      Instant finished,
      String command,
      String configYaml,
      Environment environment,
      Map<String, LabelSet> labelSets,
      List<TrialResult> trials) {
    this(
        name,
        description,
        started,
        finished,
        command,
        configYaml,
        environment,
        labelSets,
        trials,
        List.of());
  }

  public RunResult {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(started, "started");
    Objects.requireNonNull(finished, "finished");
    Objects.requireNonNull(command, "command");
    Objects.requireNonNull(configYaml, "configYaml");
    Objects.requireNonNull(environment, "environment");
    labelSets = Map.copyOf(labelSets);
    trials = List.copyOf(trials);
    parity = List.copyOf(parity);
  }
}
