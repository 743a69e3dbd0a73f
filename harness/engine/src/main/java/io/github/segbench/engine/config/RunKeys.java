package io.github.segbench.engine.config;

import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.ListType;
import io.github.segbench.engine.yaml.PathVariables;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.SectionType;
import io.github.segbench.engine.yaml.TextType;
import io.github.segbench.engine.yaml.YamlNode;
import java.util.List;

/** The keys of a run file. */
final class RunKeys {
  static final String BACKENDS = "backends";

  static final Key<String> NAME =
      Key.required("name", TextType.ID, "The run's name and the name of its folder of results.");
  static final Key<String> DESCRIPTION =
      Key.optional("description", TextType.ANY, "", "Shown at the head of the report.");
  static final String MODELS = "models";
  static final Key<List<YamlNode>> DATASETS =
      Key.required(
          "datasets",
          ListType.filled(
              new EntryType(
                  FileKind.DATASET, DatasetKeys.USED, "{use: shapes, split: test, limit: 20}")),
          "The data sets to run them on.");
  static final Key<Section> ACCURACY =
      Key.optional("accuracy", new SectionType(AccuracyKeys.KEYS), "How accuracy is measured.");
  static final Key<Section> LATENCY =
      Key.optional("latency", new SectionType(LatencyKeys.KEYS), "How latency is measured.");
  static final Key<Section> PARITY =
      Key.optional(
          "parity",
          new SectionType(ParityKeys.KEYS),
          "How far backends agree; compared only if this is there.");

  final ModelKeys model;
  final DatasetKeys dataset;
  final BackendKeys backend;
  final Key<List<YamlNode>> models;
  final Key<List<Section>> backends;
  final Keys file;

  RunKeys(Plugins plugins, PathVariables variables) {
    model = new ModelKeys(plugins, variables);
    dataset = new DatasetKeys(plugins, variables);
    backend = new BackendKeys(plugins, variables);
    models =
        Key.required(
            MODELS,
            ListType.filled(
                new EntryType(
                    FileKind.MODEL,
                    model.used,
                    "{use: fcn8s-shapes, postprocessors: [{id: dense-crf}]}")),
            "The models to compare.");
    backends =
        Key.required(
            BACKENDS,
            ListType.filled(new SectionType(backend.entry)),
            "The inference engines to run them with.");
    file = Keys.of(NAME, DESCRIPTION, models, DATASETS, backends, ACCURACY, LATENCY, PARITY);
  }
}
