package io.github.segbench.engine.config;

import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.PathType;
import io.github.segbench.engine.yaml.PathVariables;
import io.github.segbench.engine.yaml.Place;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Source;
import io.github.segbench.engine.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads run files, and the model, data set and label files that they refer to. */
public final class ConfigReader {
  private final RunKeys keys;
  private final PathType paths;
  private final List<Path> configRoots;

  /**
   * @param configRoots folders with {@code models}, {@code datasets} and {@code labels}; searched
   *     after the folder that the referring file lies in
   */
  public ConfigReader(Plugins plugins, List<Path> configRoots) {
    this(plugins, configRoots, PathVariables.ofProcess());
  }

  /**
   * @param variables what {@code ${NAME}} stands for in paths
   */
  public ConfigReader(Plugins plugins, List<Path> configRoots, PathVariables variables) {
    this.keys = new RunKeys(plugins, variables);
    this.paths = new PathType(variables);
    this.configRoots = List.copyOf(configRoots);
  }

  /**
   * Reads a run file.
   *
   * @throws ConfigException with every problem of the file, of the files that it refers to and of
   *     the overrides
   */
  public RunConfig read(Path runFile, Overrides overrides) {
    Problems problems = new Problems();
    Source source = Source.of(runFile);
    if (!Files.isRegularFile(runFile)) {
      problems.add(Place.whole(source), "no such file, expected a run file");
      throw ConfigException.of(problems);
    }
    References references = new References(paths, roots(source), problems);
    OnlyFilter only = new OnlyFilter(overrides.only(), problems);
    return references
        .parse(runFile)
        .map(map -> withOverrides(map, overrides, source, problems))
        .flatMap(map -> new RunConfigReader(keys, references, problems).read(map))
        .map(only::applyTo)
        .filter(config -> problems.count() == 0)
        .orElseThrow(() -> ConfigException.of(problems));
  }

  private List<Path> roots(Source run) {
    return Stream.concat(Stream.of(run.folder().resolve("..")), configRoots.stream()).toList();
  }

  private static YamlMap withOverrides(
      YamlMap run, Overrides overrides, Source source, Problems problems) {
    YamlMap changed = run;
    for (String text : overrides.set()) {
      changed = new SetOverride(text, source.folder(), problems).applyTo(changed);
    }
    return changed;
  }
}
