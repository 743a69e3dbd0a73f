package io.github.segbench.engine.yaml;

import io.github.segbench.engine.plugin.NearestName;
import io.github.segbench.engine.yaml.YamlScalar.Kind;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One of a few names.
 *
 * @param <T> what the names stand for
 */
public final class ChoiceType<T> implements ValueType<T> {
  private static final int MOST_NAMES_BESIDE_A_HINT = 20;

  private final String kind;
  private final Map<String, T> valuesByName;

  private ChoiceType(String kind, Map<String, T> valuesByName) {
    this.kind = kind;
    this.valuesByName = Collections.unmodifiableMap(valuesByName);
  }

  /**
   * @param kind what the names name, for messages, such as {@code backend}
   */
  public static ChoiceType<String> of(String kind, Collection<String> names) {
    return of(kind, names, Function.identity());
  }

  /**
   * @param kind what the names name, for messages
   * @param name of a value; different for each
   */
  public static <T> ChoiceType<T> of(String kind, Collection<T> values, Function<T, String> name) {
    Map<String, T> valuesByName = new LinkedHashMap<>();
    values.forEach(value -> valuesByName.put(name.apply(value), value));
    return new ChoiceType<>(kind, valuesByName);
  }

  public Collection<String> names() {
    return valuesByName.keySet();
  }

  @Override
  public String expectation() {
    return "one of " + names();
  }

  @Override
  public Optional<T> decode(YamlNode node, Problems problems) {
    if (!(node instanceof YamlScalar scalar) || scalar.kind() != Kind.TEXT) {
      return misfit(node, problems);
    }
    T value = valuesByName.get(scalar.text());
    if (value == null) {
      problems.add(node.place(), unknown(kind, scalar.text(), names()));
    }
    return Optional.ofNullable(value);
  }

  /** The message for a name that is none of the known ones; it names the nearest. */
  public static String unknown(String kind, String name, Collection<String> known) {
    return unknown(kind, name, "", known);
  }

  /**
   * @param where follows the name, such as {@code " in latency"}
   */
  static String unknown(String kind, String name, String where, Collection<String> known) {
    String hint = NearestName.of(name, known).map(n -> ", did you mean '" + n + "'?").orElse("");
    // A list that nobody reads would hide what was probably meant.
    boolean listed = hint.isEmpty() || known.size() <= MOST_NAMES_BESIDE_A_HINT;
    String expected = listed ? ", expected one of " + known : "";
    return "unknown " + kind + " '" + name + "'" + where + expected + hint;
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    ArrayNode names = schema.putArray("enum");
    names().forEach(names::add);
    return schema;
  }

  @Override
  public JsonNode encode(T value) {
    return valuesByName.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(entry -> (JsonNode) JsonNodeFactory.instance.stringNode(entry.getKey()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(value + " is no " + kind));
  }
}
