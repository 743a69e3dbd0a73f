package io.github.segbench.engine.config;

import io.github.segbench.api.SegbenchException;
import io.github.segbench.engine.yaml.Problems;
import java.util.List;
import java.util.stream.Collectors;

/** Every problem of a configuration at once, one line each. */
public final class ConfigException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  public ConfigException(List<ConfigProblem> problems) {
    super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
  }

  /** The problems that were collected while reading, in the order of their places. */
  static ConfigException of(Problems problems) {
    return new ConfigException(
        problems.inOrder().stream()
            .map(
                problem ->
                    new ConfigProblem(
                        problem.place().source().name(),
                        problem.place().line(),
                        problem.place().column(),
                        problem.message()))
            .toList());
  }
}
