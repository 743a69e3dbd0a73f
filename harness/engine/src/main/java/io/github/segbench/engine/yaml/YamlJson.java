package io.github.segbench.engine.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** YAML nodes as JSON. */
public final class YamlJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private YamlJson() {}

  public static JsonNode of(YamlNode node) {
    if (node instanceof YamlMap map) {
      ObjectNode object = JSON.objectNode();
      map.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
      return object;
    }
    if (node instanceof YamlList list) {
      List<JsonNode> items = new ArrayList<>();
      list.items().forEach(item -> items.add(of(item)));
      ArrayNode array = JSON.arrayNode();
      return array.addAll(items);
    }
    return of((YamlScalar) node);
  }

  private static JsonNode of(YamlScalar scalar) {
    String text = scalar.text();
    return switch (scalar.kind()) {
      case EMPTY -> JSON.nullNode();
      case TEXT -> JSON.stringNode(text);
      case BOOLEAN -> JSON.booleanNode(text.toLowerCase(Locale.ROOT).equals("true"));
      case INTEGER -> JSON.numberNode(IntegerType.number(text).toBigInteger());
      case NUMBER ->
          text.toLowerCase(Locale.ROOT).matches("[-+]?\\.(inf|nan)")
              ? JSON.stringNode(text)
              : JSON.numberNode(IntegerType.number(text));
    };
  }
}
