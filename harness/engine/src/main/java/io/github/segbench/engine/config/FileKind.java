package io.github.segbench.engine.config;

import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.TextType;
import io.github.segbench.engine.yaml.ValueType;
import io.github.segbench.engine.yaml.YamlJson;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlNode;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of file that others refer to, and the form of a reference to each. */
enum FileKind implements ValueType<YamlNode> {
  MODEL("model", "models", "model.schema.json"),
  DATASET("data set", "datasets", "dataset.schema.json"),
  LABELS("label set", "labels", "labels.schema.json");

  private final String title;
  private final String folder;
  private final String schemaFile;

  FileKind(String title, String folder, String schemaFile) {
    this.title = title;
    this.folder = folder;
    this.schemaFile = schemaFile;
  }

  /** What a file of the kind describes, for messages. */
  String title() {
    return title;
  }

  /** The folder of a configs folder that its files lie in. */
  String folder() {
    return folder;
  }

  String schemaFile() {
    return schemaFile;
  }

  @Override
  public String expectation() {
    return "the id of a " + title + ", a path ending in .yaml, or a mapping";
  }

  @Override
  public Optional<YamlNode> decode(YamlNode node, Problems problems) {
    return node instanceof YamlMap
        ? Optional.of(node)
        : new TextType(expectation(), TextType.FILLED.pattern())
            .decode(node, problems)
            .map(text -> node);
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ArrayNode alternatives = schema.putArray("anyOf");
    alternatives.add(TextType.FILLED.schema());
    alternatives.addObject().put("$ref", schemaFile);
    return schema;
  }

  @Override
  public JsonNode encode(YamlNode value) {
    return YamlJson.of(value);
  }
}
