package io.github.segbench.engine.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list of values of one type.
 *
 * @param maximum the largest number of items; {@link Integer#MAX_VALUE} for any
 * @param distinct whether no item may stand twice
 */
public record ListType<T>(ValueType<T> item, int minimum, int maximum, boolean distinct)
    implements ValueType<List<T>> {

  /** Any number of items. */
  public static <T> ListType<T> of(ValueType<T> item) {
    return new ListType<>(item, 0, Integer.MAX_VALUE, false);
  }

  /** At least one item. */
  public static <T> ListType<T> filled(ValueType<T> item) {
    return new ListType<>(item, 1, Integer.MAX_VALUE, false);
  }

  @Override
  public String expectation() {
    if (minimum == maximum) {
      return "a list of " + minimum + " items, each " + item.expectation();
    }
    return "a list" + (minimum > 0 ? " that is not empty" : "") + ", each " + item.expectation();
  }

  /** The items that fit, so that those can be looked at further; the others are problems. */
  @Override
  public Optional<List<T>> decode(YamlNode node, Problems problems) {
    if (!(node instanceof YamlList list)) {
      return misfit(node, problems);
    }
    int size = list.items().size();
    if (size < minimum || size > maximum) {
      return misfit(node, problems);
    }
    List<T> values = new ArrayList<>();
    for (YamlNode element : list.items()) {
      item.decode(element, problems)
          .ifPresent(
              value -> {
                if (distinct && values.contains(value)) {
                  problems.add(
                      element.place(), element.path() + " is " + element.found() + " once more");
                }
                values.add(value);
              });
    }
    return Optional.of(values);
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
    schema.set("items", item.schema());
    if (minimum > 0) {
      schema.put("minItems", minimum);
    }
    if (maximum < Integer.MAX_VALUE) {
      schema.put("maxItems", maximum);
    }
    return distinct ? schema.put("uniqueItems", true) : schema;
  }

  @Override
  public JsonNode encode(List<T> value) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    value.forEach(element -> array.add(item.encode(element)));
    return array;
  }
}
