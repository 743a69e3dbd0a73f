package io.github.segbench.engine.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mapping whose keys are the user's own and whose values are of one type.
 *
 * @param value the type of the values
 */
public record TableType<T>(ValueType<T> value) implements ValueType<Map<String, T>> {
  @Override
  public String expectation() {
    return "a mapping, each value " + value.expectation();
  }

  /** The entries that fit, in the order of the document; the others are problems. */
  @Override
  public Optional<Map<String, T>> decode(YamlNode node, Problems problems) {
    if (!(node instanceof YamlMap map)) {
      return misfit(node, problems);
    }
    Map<String, T> entries = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, entry) ->
                value
                    .decode(entry.value(), problems)
                    .ifPresent(decoded -> entries.put(key, decoded)));
    return Optional.of(entries);
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    schema.set("additionalProperties", value.schema());
    return schema;
  }

  @Override
  public JsonNode encode(Map<String, T> entries) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    entries.forEach((key, entry) -> object.set(key, value.encode(entry)));
    return object;
  }
}
