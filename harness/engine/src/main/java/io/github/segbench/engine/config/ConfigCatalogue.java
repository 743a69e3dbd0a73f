package io.github.segbench.engine.config;

import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.PathType;
import io.github.segbench.engine.yaml.PathVariables;
import io.github.segbench.engine.yaml.Place;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Source;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlScalar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The models, data sets and label sets of a configs folder, each on its own rather than as part of
 * a run.
 */
public final class ConfigCatalogue {
  private final Path configs;
  private final RunKeys keys;
  private final Problems problems = new Problems();
  private final References references;

  /**
   * @param configs a folder with {@code models}, {@code datasets} and {@code labels}
   */
  public ConfigCatalogue(Plugins plugins, Path configs) {
    this(plugins, configs, PathVariables.ofProcess());
  }

  /**
   * @param configs a folder with {@code models}, {@code datasets} and {@code labels}
   * @param variables what {@code ${NAME}} stands for in paths
   */
  public ConfigCatalogue(Plugins plugins, Path configs, PathVariables variables) {
    this.configs = configs;
    this.keys = new RunKeys(plugins, variables);
    this.references = new References(new PathType(variables), List.of(configs), problems);
  }

  /**
   * Every model of the folder, by id; their files need not be there.
   *
   * @throws ConfigException with the problems of all of them
   */
  public List<ModelCard> models() {
    ModelReader reader = modelReader();
    return all(
        FileKind.MODEL, id -> references.resolve(FileKind.MODEL, id).flatMap(reader::readCard));
  }

  /**
   * One model; its files need not be there.
   *
   * @param reference its id, or the path of a file that ends in {@code .yaml}
   * @throws ConfigException with every problem of its file
   */
  public ModelCard model(String reference) {
    Source source = Source.option("model", Path.of(""));
    return references
        .resolve(FileKind.MODEL, name(source, reference))
        .flatMap(modelReader()::readCard)
        .filter(found -> problems.count() == 0)
        .orElseThrow(() -> ConfigException.of(problems));
  }

  private ModelReader modelReader() {
    return new ModelReader(keys.model, references, problems, false);
  }

  /**
   * Every data set of the folder, by id.
   *
   * @throws ConfigException with the problems of all of them
   */
  public List<DatasetCard> datasets() {
    DatasetConfigReader reader = new DatasetConfigReader(keys.dataset, references, problems);
    return all(
        FileKind.DATASET, id -> references.resolve(FileKind.DATASET, id).flatMap(reader::readCard));
  }

  /**
   * One data set.
   *
   * @param reference its id, or the path of a file that ends in {@code .yaml}
   * @param changes {@code KEY=VALUE} in terms of the data set's file, such as {@code split=train}
   * @throws ConfigException with every problem of its file and of the changes
   */
  public DatasetCard dataset(String reference, List<String> changes) {
    Source source = Source.option("data set", Path.of(""));
    Optional<YamlMap> map = references.resolve(FileKind.DATASET, name(source, reference));
    for (String change : changes) {
      map = map.map(m -> new SetOverride(change, source.folder(), problems).applyTo(m));
    }
    Optional<DatasetCard> dataset =
        map.flatMap(new DatasetConfigReader(keys.dataset, references, problems)::readCard);
    return dataset
        .filter(found -> problems.count() == 0)
        .orElseThrow(() -> ConfigException.of(problems));
  }

  /**
   * One label set.
   *
   * @param reference its id, or the path of a file that ends in {@code .yaml}
   * @throws ConfigException with every problem of its file
   */
  public LabelSet labels(String reference) {
    Source source = Source.option("labels", Path.of(""));
    Optional<LabelSet> labels =
        new LabelsReader(references, problems).read(name(source, reference));
    return labels
        .filter(found -> problems.count() == 0)
        .orElseThrow(() -> ConfigException.of(problems));
  }

  private <T> List<T> all(FileKind kind, Function<YamlScalar, Optional<T>> reader) {
    Path folder = configs.resolve(kind.folder());
    List<T> found =
        References.ids(folder).stream()
            .map(id -> name(Source.option(folder.toString(), folder), id))
            .map(reader)
            .flatMap(Optional::stream)
            .toList();
    if (problems.count() > 0) {
      throw ConfigException.of(problems);
    }
    return found;
  }

  private static YamlScalar name(Source source, String text) {
    return new YamlScalar(Place.whole(source), "", YamlScalar.Kind.TEXT, text);
  }
}
