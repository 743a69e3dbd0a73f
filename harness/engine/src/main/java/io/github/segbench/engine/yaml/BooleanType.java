package io.github.segbench.engine.yaml;

import io.github.segbench.engine.yaml.YamlScalar.Kind;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** True or false. */
public record BooleanType() implements ValueType<Boolean> {
  @Override
  public String expectation() {
    return "true or false";
  }

  @Override
  public Optional<Boolean> decode(YamlNode node, Problems problems) {
    return node instanceof YamlScalar scalar && scalar.kind() == Kind.BOOLEAN
        ? Optional.of(scalar.text().toLowerCase(Locale.ROOT).equals("true"))
        : misfit(node, problems);
  }

  @Override
  public ObjectNode schema() {
    return JsonNodeFactory.instance.objectNode().put("type", "boolean");
  }

  @Override
  public JsonNode encode(Boolean value) {
    return JsonNodeFactory.instance.booleanNode(value);
  }
}
