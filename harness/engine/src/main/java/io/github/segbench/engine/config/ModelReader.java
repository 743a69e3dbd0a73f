package io.github.segbench.engine.config;

import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads models. */
final class ModelReader {
  private final ModelKeys keys;
  private final References references;
  private final LabelsReader labelsReader;
  private final Problems problems;

  ModelReader(ModelKeys keys, References references, Problems problems) {
    this.keys = keys;
    this.references = references;
    this.labelsReader = new LabelsReader(references, problems);
    this.problems = problems;
  }

  /** The model that an entry stands for; empty, with a problem, if it has none. */
  Optional<ModelConfig> read(YamlNode entry) {
    return references
        .resolve(FileKind.MODEL, entry)
        .map(map -> new Section(keys.file, map, problems))
        .flatMap(this::read);
  }

  private Optional<ModelConfig> read(Section model) {
    int before = problems.count();
    List<ModelFile> files = model.find(keys.files).map(this::files).orElse(List.of());
    Optional<LabelSet> labels = model.find(ModelKeys.LABELS).flatMap(labelsReader::read);
    Optional<Options> options = keys.options.read(keys.family, model);
    if (!model.sound() || problems.count() > before || labels.isEmpty() || options.isEmpty()) {
      return Optional.empty();
    }
    String id = model.get(ModelKeys.ID);
    ModelSpec spec =
        new ModelSpec(
            id,
            model.find(ModelKeys.NAME).orElse(id),
            model.get(keys.family),
            labels.get(),
            files,
            InputKeys.read(model.get(ModelKeys.INPUT)),
            options.get());
    requireFit(spec, model);
    return Optional.of(
        new ModelConfig(
            spec,
            model.find(ModelKeys.PARAMETERS).orElse(null),
            model.find(ModelKeys.MACS).orElse(null)));
  }

  /** What keys alone cannot say, the family's own check can. */
  private void requireFit(ModelSpec spec, Section model) {
    try {
      keys.families.get(spec.family()).adapterFor(spec);
    } catch (ModelException e) {
      problems.add(model.place(keys.family), String.valueOf(e.getMessage()));
    }
  }

  private List<ModelFile> files(Section section) {
    List<ModelFile> files = new ArrayList<>();
    keys.formats.forEach(
        (format, key) ->
            section.find(key).flatMap(file -> file(format, file)).ifPresent(files::add));
    return files;
  }

  private Optional<ModelFile> file(String format, Section section) {
    Optional<Path> path = section.find(keys.path);
    if (path.isPresent() && !Files.isRegularFile(path.get())) {
      problems.add(
          section.place(keys.path),
          "no model file " + path.get() + ", expected the weights in format " + format);
      return Optional.empty();
    }
    return path.map(p -> new ModelFile(format, p, section.find(ModelKeys.SHA256).orElse(null)));
  }
}
