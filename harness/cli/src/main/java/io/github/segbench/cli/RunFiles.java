package io.github.segbench.cli;

import io.github.segbench.engine.config.ConfigReader;
import io.github.segbench.engine.config.Overrides;
import io.github.segbench.engine.plan.Planner;
import io.github.segbench.engine.plan.RunPlan;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.PathVariables;
import java.nio.file.Path;
import java.util.List;

/** Reads a run file and plans its trials. */
final class RunFiles {
  private final Plugins plugins;
  private final Path configs;
  private final PathVariables variables;

  /**
   * @param configs the folder in which ids are looked up after the run file's own
   * @param variables what {@code ${NAME}} stands for in paths
   */
  RunFiles(Plugins plugins, Path configs, PathVariables variables) {
    this.plugins = plugins;
    this.configs = configs;
    this.variables = variables;
  }

  RunPlan plan(Path runFile, Overrides overrides) {
    ConfigReader reader = new ConfigReader(plugins, List.of(configs), variables);
    return new Planner().plan(reader.read(runFile, overrides));
  }
}
