package io.github.segbench.engine.config;

import io.github.segbench.api.SegbenchException;
import java.util.List;
import java.util.stream.Collectors;

/** Every problem of a configuration at once, one line each. */
public final class ConfigException extends SegbenchException {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigProblem> problems;

  public ConfigException(List<ConfigProblem> problems) {
    super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<ConfigProblem> problems() {
    return problems;
  }
}
