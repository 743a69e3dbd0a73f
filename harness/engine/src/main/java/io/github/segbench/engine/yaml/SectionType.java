package io.github.segbench.engine.yaml;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A mapping with given keys. */
public record SectionType(Keys keys) implements ValueType<Section> {
  @Override
  public String expectation() {
    List<String> names = keys.all().stream().map(key -> key.name()).toList();
    return "a mapping with the keys " + names;
  }

  @Override
  public Optional<Section> decode(YamlNode node, Problems problems) {
    return node instanceof YamlMap map
        ? Optional.of(new Section(keys, map, problems))
        : misfit(node, problems);
  }

  @Override
  public ObjectNode schema() {
    return keys.schema();
  }

  @Override
  public JsonNode encode(Section value) {
    return YamlJson.of(value.map());
  }
}
