package io.github.segbench.engine.config;

import io.github.segbench.api.inference.Backend;
import io.github.segbench.api.model.ModelFamily;
import io.github.segbench.engine.plugin.PluginRegistry;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.IntegerType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.PathType;
import io.github.segbench.engine.yaml.PathVariables;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.SectionType;
import io.github.segbench.engine.yaml.TextType;
import io.github.segbench.engine.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys of a model file. */
final class ModelKeys {
  static final String FAMILY = "family";
  static final String FILES = "files";
  static final String PATH = "path";

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
  static final Key<String> SHA256 =
      Key.optional(
          "sha256",
          new TextType("64 lower-case hexadecimal digits", "[0-9a-f]{64}"),
          "Checksum of the file, checked before it is loaded.");

  /** Formats that backends which are not on the class path may load. */
  private static final List<String> FORMATS = List.of("onnx", "torchscript");

  final PluginRegistry<ModelFamily> families;
  final Key<Path> path;
  final Key<String> family;
  final Key<Section> files;

  /** By format. */
  final Map<String, Key<Section>> formats = new LinkedHashMap<>();

  final PluginOptions options;

  final Keys file;

  ModelKeys(Plugins plugins, PathVariables variables) {
    families = plugins.families();
    path =
        Key.required(
            PATH,
            new PathType(variables),
            "The file with the weights, from the folder of this file.");
    SectionType weights = new SectionType(Keys.of(path, SHA256));
    Stream.concat(
            FORMATS.stream(),
            plugins.backends().all().stream().map(Backend::formats).flatMap(List::stream))
        .distinct()
        .forEach(
            format ->
                formats.put(
                    format,
                    Key.optional(format, weights, "The weights in format " + format + ".")));
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
    List<Key<?>> common =
        new ArrayList<>(List.of(ID, NAME, family, LABELS, files, INPUT, PARAMETERS, MACS));
    file = Keys.of(common, family, options.variants());
  }
}
