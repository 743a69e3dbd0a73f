package io.github.segbench.engine.config;

import io.github.segbench.api.inference.Precision;
import io.github.segbench.api.model.ModelFile;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.ListType;
import io.github.segbench.engine.yaml.PathType;
import io.github.segbench.engine.yaml.PathVariables;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.SectionType;
import io.github.segbench.engine.yaml.TextType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys of a model's weights in one format: the file of fp32 weights, and those of other
 * precisions below it.
 */
final class WeightsKeys {
  static final Key<String> SHA256 =
      Key.optional(
          "sha256",
          new TextType("64 lower-case hexadecimal digits", "[0-9a-f]{64}"),
          "Checksum of the file, checked before it is loaded.");
  static final Key<List<String>> OUTPUTS =
      Key.optional(
          "outputs",
          ListType.of(TextType.FILLED),
          List.of(),
          "Names of the network's outputs, in order, for formats that do not name them.");

  final Key<Path> path;
  final SectionType type;

  private final Map<Precision, Key<Section>> reduced = new LinkedHashMap<>();

  WeightsKeys(PathVariables variables) {
    path =
        Key.optional(
            "path",
            new PathType(variables),
            "The file with the weights, from the folder of this file.");
    SectionType file = new SectionType(Keys.oneOrMoreOf(path, SHA256, OUTPUTS));
    for (Precision precision : Precision.values()) {
      if (precision != Precision.FP32) {
        reduced.put(
            precision,
            Key.optional(precision.id(), file, "The network in precision " + precision.id() + "."));
      }
    }
    List<Key<?>> keys = new ArrayList<>(List.of(path, SHA256, OUTPUTS));
    keys.addAll(reduced.values());
    type = new SectionType(Keys.oneOrMoreOf(keys.toArray(Key<?>[]::new)));
  }

  /** The sections of one format that name a file, by precision. */
  Map<Precision, Section> files(Section format) {
    Map<Precision, Section> files = new LinkedHashMap<>();
    boolean namesFile = format.find(path).isPresent();
    Map<Precision, Section> others = new LinkedHashMap<>();
    reduced.forEach(
        (precision, key) -> format.find(key).ifPresent(file -> others.put(precision, file)));
    if (namesFile || others.isEmpty() || format.find(SHA256).isPresent()) {
      files.put(Precision.FP32, format);
    }
    files.putAll(others);
    return files;
  }

  /** The key that a file's section stands under is written by the caller for fp32. */
  static ObjectNode write(ModelFile file) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("path", file.path().toString());
    file.sha256().ifPresent(sha256 -> SHA256.write(node, sha256));
    if (!file.outputs().isEmpty()) {
      OUTPUTS.write(node, file.outputs());
    }
    return node;
  }
}
