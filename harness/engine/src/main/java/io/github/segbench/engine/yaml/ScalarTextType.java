package io.github.segbench.engine.yaml;

import io.github.segbench.engine.yaml.YamlScalar.Kind;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A text, or a number or truth value taken as the text that it is written as. */
public record ScalarTextType() implements ValueType<String> {
  @Override
  public String expectation() {
    return "a text or a number";
  }

  @Override
  public Optional<String> decode(YamlNode node, Problems problems) {
    return node instanceof YamlScalar scalar && scalar.kind() != Kind.EMPTY
        ? Optional.of(scalar.text())
        : misfit(node, problems);
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.putArray("type").add("string").add("number").add("boolean");
    return schema;
  }

  @Override
  public JsonNode encode(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }
}
