package io.github.segbench.engine.config;

import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.ValueType;
import io.github.segbench.engine.yaml.YamlJson;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model or data set of a run: a reference, or a mapping that uses one with changes.
 *
 * @param used the keys of a mapping that uses one
 * @param example of such a mapping
 */
record EntryType(FileKind kind, Keys used, String example) implements ValueType<YamlNode> {
  private static final String USE = "use";

  @Override
  public String expectation() {
    return kind.expectation() + " such as " + example;
  }

  @Override
  public Optional<YamlNode> decode(YamlNode node, Problems problems) {
    if (!isUse(node)) {
      return kind.decode(node, problems);
    }
    return new Section(used, (YamlMap) node, problems).sound()
        ? Optional.of(node)
        : Optional.empty();
  }

  /** Whether an entry uses another with changes. */
  static boolean isUse(YamlNode node) {
    return node instanceof YamlMap map && map.value(USE).isPresent();
  }

  /** What an entry uses, with the entry's changes laid over it, key by key. */
  static Optional<YamlMap> resolve(FileKind kind, YamlNode entry, References references) {
    if (!isUse(entry)) {
      return references.resolve(kind, entry);
    }
    YamlMap changes = (YamlMap) entry;
    return changes
        .value(USE)
        .flatMap(use -> references.resolve(kind, use))
        .map(base -> overlay(base, changes.without(USE)));
  }

  private static YamlMap overlay(YamlMap base, YamlMap changes) {
    YamlMap result = base;
    for (Map.Entry<String, YamlMap.Entry> change : changes.entries().entrySet()) {
      YamlMap.Entry old = base.entries().get(change.getKey());
      YamlMap.Entry entry = change.getValue();
      if (old != null
          && old.value() instanceof YamlMap oldMap
          && entry.value() instanceof YamlMap newMap) {
        entry = new YamlMap.Entry(old.keyPlace(), overlay(oldMap, newMap));
      }
      result = result.with(change.getKey(), entry);
    }
    return result;
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ObjectNode condition = schema.putObject("if").put("type", "object");
    condition.putArray("required").add(USE);
    schema.set("then", used.schema());
    schema.set("else", kind.schema());
    return schema;
  }

  @Override
  public JsonNode encode(YamlNode value) {
    return YamlJson.of(value);
  }
}
