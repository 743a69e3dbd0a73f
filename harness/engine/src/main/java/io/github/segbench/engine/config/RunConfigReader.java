package io.github.segbench.engine.config;

import io.github.segbench.api.inference.Device;
import io.github.segbench.api.inference.InferenceException;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a run and everything that it refers to. */
final class RunConfigReader {
  private final RunKeys keys;
  private final ModelReader modelReader;
  private final DatasetConfigReader datasetReader;
  private final Problems problems;

  RunConfigReader(RunKeys keys, References references, Problems problems) {
    this.keys = keys;
    this.modelReader = new ModelReader(keys.model, references, problems);
    this.datasetReader = new DatasetConfigReader(keys.dataset, references, problems);
    this.problems = problems;
  }

  /** The run; empty, with problems, if anything is wrong. */
  Optional<RunConfig> read(YamlMap map) {
    int before = problems.count();
    Section run = new Section(keys.file, map, problems);
    List<ModelConfig> models = models(run.find(keys.models).orElse(List.of()));
    List<DatasetConfig> datasets = datasets(run.find(RunKeys.DATASETS).orElse(List.of()));
    List<BackendConfig> backends = backends(run.find(keys.backends).orElse(List.of()));
    for (ModelConfig model : models) {
      for (DatasetConfig dataset : datasets) {
        requireKnownNames(model.spec().labels(), dataset.spec().labels(), run);
        requireKnownNames(dataset.spec().labels(), model.spec().labels(), run);
      }
    }
    ParityConfig parity = parity(run, backends);
    if (problems.count() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new RunConfig(
            run.get(RunKeys.NAME),
            run.get(RunKeys.DESCRIPTION),
            models,
            datasets,
            backends,
            AccuracyKeys.read(section(run, RunKeys.ACCURACY, AccuracyKeys.KEYS)),
            LatencyKeys.read(section(run, RunKeys.LATENCY, LatencyKeys.KEYS)),
            parity));
  }

  private ParityConfig parity(Section run, List<BackendConfig> backends) {
    return run.find(RunKeys.PARITY)
        .filter(Section::sound)
        .map(section -> ParityKeys.read(section, backends, problems))
        .orElse(ParityConfig.OFF);
  }

  private List<ModelConfig> models(List<YamlNode> entries) {
    List<ModelConfig> models = new ArrayList<>();
    Map<String, YamlNode> first = new HashMap<>();
    for (YamlNode entry : entries) {
      Optional<ModelConfig> model = modelReader.read(entry);
      if (model.isPresent()) {
        models.add(model.get());
        requireNew(model.get().id(), entry, first, "has the id '" + model.get().id() + "' of");
      }
    }
    return models;
  }

  private List<DatasetConfig> datasets(List<YamlNode> entries) {
    List<DatasetConfig> datasets = new ArrayList<>();
    Map<DatasetConfig, YamlNode> first = new HashMap<>();
    Map<String, LabelSet> labelSets = new HashMap<>();
    for (YamlNode entry : entries) {
      Optional<DatasetConfig> dataset = datasetReader.read(entry);
      if (dataset.isPresent()) {
        datasets.add(dataset.get());
        requireNew(dataset.get(), entry, first, "is the same data set as");
        requireOneMeaning(dataset.get().spec().labels(), entry, labelSets);
      }
    }
    return datasets;
  }

  /** A result knows label sets by their ids. */
  private void requireOneMeaning(LabelSet labels, YamlNode entry, Map<String, LabelSet> known) {
    LabelSet other = known.putIfAbsent(labels.id(), labels);
    if (other != null && !other.equals(labels)) {
      problems.add(
          entry.place(),
          entry.path()
              + " has a label set '"
              + labels.id()
              + "' that differs from an earlier one of this id, expected another id");
    }
  }

  /** Label sets that have no file of their own meet here for the first time. */
  private void requireKnownNames(LabelSet from, LabelSet to, Section run) {
    from.namesIn(to.id())
        .forEach(
            (name, other) -> {
              if (!other.equals(LabelSet.NO_CATEGORY) && to.byName(other).isEmpty()) {
                problems.add(
                    run.place(keys.models),
                    "labels "
                        + from.id()
                        + " map '"
                        + name
                        + "' to '"
                        + other
                        + "', expected a category of "
                        + to.id());
              }
            });
  }

  private List<BackendConfig> backends(List<Section> entries) {
    List<BackendConfig> backends = new ArrayList<>();
    Map<BackendConfig, YamlNode> first = new HashMap<>();
    for (Section entry : entries) {
      Optional<BackendConfig> backend = backend(entry);
      if (backend.isPresent()) {
        backends.add(backend.get());
        requireNew(backend.get(), entry.map(), first, "is the same backend as");
      }
    }
    return backends;
  }

  private <T> void requireNew(T value, YamlNode entry, Map<T, YamlNode> first, String message) {
    YamlNode other = first.putIfAbsent(value, entry);
    if (other != null) {
      problems.add(
          entry.place(), entry.path() + " " + message + " " + other.path() + ", expected another");
    }
  }

  private Optional<BackendConfig> backend(Section section) {
    Optional<Options> options = keys.backend.options.read(keys.backend.id, section);
    if (!section.sound() || options.isEmpty()) {
      return Optional.empty();
    }
    BackendConfig backend =
        new BackendConfig(
            section.get(keys.backend.id),
            Device.parse(section.get(BackendKeys.DEVICE)),
            section.get(BackendKeys.PRECISION),
            section.get(BackendKeys.REQUIRED),
            options.get());
    requireConsistent(backend, section);
    return Optional.of(backend);
  }

  private void requireConsistent(BackendConfig backend, Section section) {
    try {
      keys.backend.requireConsistent(backend);
    } catch (InferenceException e) {
      problems.add(section.map().place(), section.map().path() + ": " + e.getMessage());
    }
  }

  /** A section of the run, or one that is all defaults. */
  private Section section(Section run, Key<Section> key, Keys sectionKeys) {
    return run.find(key)
        .orElseGet(
            () -> {
              YamlMap empty = new YamlMap(run.place(key), key.name(), Map.of());
              return new Section(sectionKeys, empty, problems);
            });
  }
}
