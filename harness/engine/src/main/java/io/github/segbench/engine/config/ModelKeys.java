package io.github.segbench.engine.config;

import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.engine.plugin.PluginRegistry;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.IntegerType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.MappingType;
import io.github.segbench.engine.yaml.PathVariables;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.SectionType;
import io.github.segbench.engine.yaml.TextType;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys of a model file. */
final class ModelKeys {
  static final String FAMILY = "family";
  static final String FILES = "files";

  static final Key<String> ID =
      Key.required("id", TextType.ID, "The model's id, which is also the file's name.");
  static final Key<String> NAME =
      Key.optional("name", TextType.FILLED, "For people; the id if absent.");
  static final Key<YamlNode> LABELS =
      Key.required(
          "labels", FileKind.LABELS, "What the network's channels stand for, by position.");
  static final Key<Section> INPUT =
      Key.required(
          "input", new SectionType(InputKeys.KEYS), "How an image becomes the input tensor.");
  static final Key<Long> PARAMETERS =
      Key.optional("parameters", IntegerType.atLeast(1), "Number of weights, for the report.");
  static final Key<Long> MACS =
      Key.optional(
          "macs",
          IntegerType.atLeast(1),
          "Multiply-accumulate operations for one image, for the report.");
  static final Key<Section> SOURCE =
      Key.optional("source", new SectionType(SourceKeys.KEYS), "Where the files can be had.");
  static final Key<YamlNode> USE =
      Key.required("use", FileKind.MODEL, "The id or path of the model.");
  static final Key<String> USED_ID =
      Key.optional(
          "id",
          TextType.ID,
          "Another id; if absent the model's own, followed by the id of each post-processor.");
  static final Key<String> USED_NAME = Key.optional("name", TextType.FILLED, "Another name.");
  static final Key<YamlMap> USED_INPUT =
      Key.optional("input", new MappingType(), "Laid over the model's own, key by key.");
  static final Key<YamlMap> USED_OPTIONS =
      Key.optional("options", new MappingType(), "Laid over the model's own, key by key.");

  /** Formats that backends which are not on the class path may load. */
  private static final List<String> FORMATS = List.of("onnx", "torchscript");

  final Plugins plugins;
  final PluginRegistry<ModelFamily> families;
  final Key<String> family;
  final Key<Section> files;

  /** By format. */
  final Map<String, Key<Section>> formats = new LinkedHashMap<>();

  final WeightsKeys weights;
  final PluginOptions options;
  final PostProcessorKeys postProcessors;

  final Keys file;

  /** A run's entry that uses a model with changes. */
  final Keys used;

  ModelKeys(Plugins plugins, PathVariables variables) {
    this.plugins = plugins;
    families = plugins.families();
    weights = new WeightsKeys(variables);
    Stream.concat(
            FORMATS.stream(),
            plugins.backends().all().stream().map(Backend::formats).flatMap(List::stream))
        .distinct()
        .forEach(
            format ->
                formats.put(
                    format,
                    Key.optional(format, weights.type, "The weights in format " + format + ".")));
    files =
        Key.required(
            FILES,
            new SectionType(Keys.oneOrMoreOf(formats.values().toArray(Key<?>[]::new))),
            "The weights, in one or more formats.");
    family =
        Key.required(
            FAMILY,
            ChoiceType.of("model family", families.ids()),
            "How the network's outputs are decoded.");
    options = new PluginOptions("family", families, ModelFamily::options, variables);
    postProcessors = new PostProcessorKeys(plugins, variables);
    List<Key<?>> common = List.of(ID, NAME, family, PARAMETERS, MACS, SOURCE, postProcessors.list);
    file = Keys.of(common, family, variants());
    used = Keys.of(USE, USED_ID, USED_NAME, USED_INPUT, USED_OPTIONS, postProcessors.list);
  }

  /**
   * A family that no backend runs has no weights, and its outputs no labels of their own; one that
   * is made of others has theirs.
   */
  private Map<String, List<Key<?>>> variants() {
    Map<String, List<Key<?>>> variants = new LinkedHashMap<>();
    options
        .variants()
        .forEach(
            (id, keys) -> {
              List<Key<?>> all = new ArrayList<>(keys);
              if (!families.get(id).parts().isEmpty()) {
                all.addAll(List.of(LABELS, PartsKeys.of(families.get(id))));
              } else if (families.get(id).needsBackend()) {
                all.addAll(List.of(LABELS, files, INPUT));
              }
              variants.put(id, all);
            });
    return variants;
  }
}
