package io.github.segbench.engine.config;

import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.ValueType;
import io.github.segbench.engine.yaml.YamlJson;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlNode;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A data set of a run: a reference, or a mapping that uses one with another split or subset. */
record DatasetEntryType() implements ValueType<YamlNode> {
  @Override
  public String expectation() {
    return FileKind.DATASET.expectation() + " such as {use: shapes, split: test, limit: 20}";
  }

  @Override
  public Optional<YamlNode> decode(YamlNode node, Problems problems) {
    if (!isUse(node)) {
      return FileKind.DATASET.decode(node, problems);
    }
    return new Section(DatasetKeys.USED, (YamlMap) node, problems).sound()
        ? Optional.of(node)
        : Optional.empty();
  }

  /** Whether an entry uses another with changes. */
  static boolean isUse(YamlNode node) {
    return node instanceof YamlMap map && map.value(DatasetKeys.USE.name()).isPresent();
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ObjectNode condition = schema.putObject("if").put("type", "object");
    condition.putArray("required").add(DatasetKeys.USE.name());
    schema.set("then", DatasetKeys.USED.schema());
    schema.set("else", FileKind.DATASET.schema());
    return schema;
  }

  @Override
  public JsonNode encode(YamlNode value) {
    return YamlJson.of(value);
  }
}
