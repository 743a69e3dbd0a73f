package io.github.segbench.engine.config;

import io.github.segbench.api.dataset.DatasetSource;
import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.model.ModelAdapter;
import io.github.segbench.api.model.ModelException;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.api.model.ModelSpec;
import io.github.segbench.api.model.PostProcessorSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.api.segmentation.Category;
import io.github.segbench.api.segmentation.LabelSet;
import io.github.segbench.engine.chain.PostProcessingChain;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.YamlList;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlNode;
import io.github.segbench.engine.yaml.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads models. */
final class ModelReader {
  private static final LabelSet UNNAMED_SEGMENTS =
      new LabelSet(
          "segments",
          List.of(new Category(0, "segment", false, 0x999999, null, null)),
          LabelSet.NO_IGNORE,
          Map.of());

  private final ModelKeys keys;
  private final References references;
  private final LabelsReader labelsReader;
  private final Problems problems;
  private final boolean filesNeeded;

  /** A reader of models that are to run: their files must be there. */
  ModelReader(ModelKeys keys, References references, Problems problems) {
    this(keys, references, problems, true);
  }

  /**
   * @param filesNeeded whether a file that is not there is a problem
   */
  ModelReader(ModelKeys keys, References references, Problems problems, boolean filesNeeded) {
    this.filesNeeded = filesNeeded;
    this.keys = keys;
    this.references = references;
    this.labelsReader = new LabelsReader(references, problems);
    this.problems = problems;
  }

  /** The model that an entry stands for; empty, with a problem, if it has none. */
  Optional<ModelConfig> read(YamlNode entry) {
    return EntryType.resolve(FileKind.MODEL, entry, references)
        .map(map -> EntryType.isUse(entry) ? renamed(map, (YamlMap) entry) : map)
        .map(map -> new Section(keys.file, map, problems))
        .flatMap(this::readCard)
        .map(ModelCard::config);
  }

  /** A model with what else its file says of it; empty, with a problem, if it has none. */
  Optional<ModelCard> readCard(YamlMap map) {
    return readCard(new Section(keys.file, map, problems));
  }

  private Optional<ModelCard> readCard(Section model) {
    Optional<DatasetSource> source =
        model.find(ModelKeys.SOURCE).flatMap(found -> SourceKeys.read(found, problems));
    return read(model, source).map(config -> new ModelCard(config, source.orElse(null)));
  }

  /** A model with other post-processors is another model: its id and name tell them. */
  private static YamlMap renamed(YamlMap model, YamlMap use) {
    Optional<YamlNode> steps = use.value(PostProcessorKeys.POSTPROCESSORS);
    if (!(steps.orElse(null) instanceof YamlList list)) {
      return model;
    }
    List<String> ids =
        list.items().stream()
            .filter(YamlMap.class::isInstance)
            .flatMap(step -> ((YamlMap) step).value(PostProcessorKeys.ID).stream())
            .filter(YamlScalar.class::isInstance)
            .map(id -> ((YamlScalar) id).text())
            .toList();
    YamlMap renamed = model;
    for (String key : List.of(ModelKeys.ID.name(), ModelKeys.NAME.name())) {
      if (use.value(key).isEmpty() && model.value(key).orElse(null) instanceof YamlScalar text) {
        String joint = key.equals(ModelKeys.ID.name()) ? "-" : " + ";
        String suffix = String.join("", ids.stream().map(id -> joint + id).toList());
        YamlScalar changed =
            new YamlScalar(text.place(), text.path(), text.kind(), text.text() + suffix);
        renamed = renamed.with(key, new YamlMap.Entry(text.place(), changed));
      }
    }
    return renamed;
  }

  private Optional<ModelConfig> read(Section model, Optional<DatasetSource> source) {
    int before = problems.count();
    String howToGet = source.map(found -> howToGet(model, found)).orElse("");
    List<ModelFile> files =
        model.find(keys.files).map(section -> files(section, howToGet)).orElse(List.of());
    Optional<LabelSet> labels = labels(model);
    Optional<Options> options = keys.options.read(keys.family, model);
    Optional<List<PostProcessorSpec>> steps = keys.postProcessors.read(model);
    Map<String, ModelConfig> parts = parts(model);
    if (!model.sound()
        || problems.count() > before
        || labels.isEmpty()
        || options.isEmpty()
        || steps.isEmpty()) {
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
            model.find(ModelKeys.INPUT).map(InputKeys::read).orElse(InputKeys.UNCHANGED),
            options.get(),
            steps.get(),
            specs(parts));
    requireFit(spec, model);
    return Optional.of(
        new ModelConfig(
            spec,
            model.find(ModelKeys.PARAMETERS).orElse(sum(parts, ModelConfig::parameters)),
            model.find(ModelKeys.MACS).orElse(sum(parts, ModelConfig::macs))));
  }

  /** By name; without those, with a problem each, that cannot be read. */
  private Map<String, ModelConfig> parts(Section model) {
    Map<String, ModelConfig> parts = new LinkedHashMap<>();
    model
        .find(keys.family)
        .map(keys.families::get)
        .filter(family -> !family.parts().isEmpty())
        .ifPresent(
            family ->
                model
                    .find(PartsKeys.of(family))
                    .ifPresent(
                        section -> {
                          for (String name : family.parts()) {
                            section
                                .find(PartsKeys.part(name))
                                .flatMap(entry -> part(name, entry))
                                .ifPresent(part -> parts.put(name, part));
                          }
                        }));
    return parts;
  }

  private Optional<ModelConfig> part(String name, YamlNode entry) {
    return references
        .resolve(FileKind.MODEL, entry)
        .map(map -> new Section(keys.file, map, problems))
        .filter(part -> isOneNetwork(name, part, entry))
        .flatMap(this::readCard)
        .map(ModelCard::config);
  }

  private boolean isOneNetwork(String name, Section part, YamlNode entry) {
    boolean network =
        part.find(keys.family)
            .map(keys.families::get)
            .map(family -> family.needsBackend() && family.parts().isEmpty())
            .orElse(true);
    boolean bare = part.map().value(PostProcessorKeys.POSTPROCESSORS).isEmpty();
    if (!network || !bare) {
      problems.add(
          entry.place(),
          "the part '"
              + name
              + "' is "
              + (network ? "a model with post-processors" : "a model of another kind")
              + ", expected one network without post-processors");
    }
    return network && bare;
  }

  private static Map<String, ModelSpec> specs(Map<String, ModelConfig> parts) {
    Map<String, ModelSpec> specs = new LinkedHashMap<>();
    parts.forEach((name, part) -> specs.put(name, part.spec()));
    return specs;
  }

  /** Null if a part does not say. */
  private static @Nullable Long sum(
      Map<String, ModelConfig> parts, Function<ModelConfig, @Nullable Long> number) {
    long sum = 0;
    for (ModelConfig part : parts.values()) {
      Long ofPart = number.apply(part);
      if (ofPart == null) {
        return null;
      }
      sum += ofPart;
    }
    return parts.isEmpty() ? null : (Long) sum;
  }

  /** What a user does about a file that is not there. */
  private static String howToGet(Section model, DatasetSource source) {
    boolean obtainable = source.files().stream().anyMatch(file -> file.location().isPresent());
    if (obtainable) {
      String id = model.find(ModelKeys.ID).orElse("ID");
      return "; run './segbench models fetch " + id + "'";
    }
    return "; " + source.accountNeeded().map(String::strip).orElse("see " + source.homepage());
  }

  /** Models that no backend runs have no labels of their own. */
  private Optional<LabelSet> labels(Section model) {
    boolean ownLabels = model.find(keys.family).filter(this::needsBackend).isPresent();
    return ownLabels
        ? model.find(ModelKeys.LABELS).flatMap(labelsReader::read)
        : Optional.of(UNNAMED_SEGMENTS);
  }

  private boolean needsBackend(String family) {
    return keys.families.get(family).needsBackend();
  }

  /** What keys alone cannot say, the family's and the post-processors' own checks can. */
  private void requireFit(ModelSpec spec, Section model) {
    ModelAdapter adapter;
    try {
      adapter = keys.plugins.adapterFor(spec);
    } catch (ModelException e) {
      problems.add(model.place(keys.family), String.valueOf(e.getMessage()));
      return;
    }
    try {
      PostProcessingChain.of(spec, adapter, keys.postProcessors.known);
    } catch (ModelException e) {
      problems.add(model.place(keys.postProcessors.list), String.valueOf(e.getMessage()));
    }
  }

  private List<ModelFile> files(Section section, String howToGet) {
    List<ModelFile> files = new ArrayList<>();
    keys.formats.forEach(
        (format, key) ->
            section
                .find(key)
                .filter(Section::sound)
                .map(keys.weights::files)
                .orElse(Map.of())
                .forEach(
                    (precision, file) ->
                        file(format, precision, file, howToGet).ifPresent(files::add)));
    return files;
  }

  private Optional<ModelFile> file(
      String format, Precision precision, Section section, String howToGet) {
    Optional<Path> path = section.find(keys.weights.path);
    if (path.isEmpty()) {
      problems.add(
          section.map().place(), section.map().path() + " names no file, expected the key 'path'");
      return Optional.empty();
    }
    if (filesNeeded && !Files.isRegularFile(path.get())) {
      problems.add(
          section.place(keys.weights.path),
          "no model file " + path.get() + ", expected the weights in format " + format + howToGet);
      return Optional.empty();
    }
    return Optional.of(
        new ModelFile(
            format,
            precision,
            path.get(),
            section.find(WeightsKeys.SHA256).orElse(null),
            section.get(WeightsKeys.OUTPUTS)));
  }
}
