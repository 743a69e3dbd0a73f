package io.github.segbench.engine.yaml;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A mapping whose keys are checked later, when it is known what they belong to. */
public record MappingType() implements ValueType<YamlMap> {
  @Override
  public String expectation() {
    return "a mapping";
  }

  @Override
  public Optional<YamlMap> decode(YamlNode node, Problems problems) {
    return node instanceof YamlMap map ? Optional.of(map) : misfit(node, problems);
  }

  @Override
  public ObjectNode schema() {
    return JsonNodeFactory.instance.objectNode().put("type", "object");
  }

  @Override
  public JsonNode encode(YamlMap value) {
    return YamlJson.of(value);
  }
}
