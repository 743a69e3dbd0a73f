package io.github.segbench.engine.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The keys of a mapping. Some may depend on the value of one other key, as a model's options depend
 * on its family.
 *
 * @param common keys that the mapping has in any case
 * @param discriminator the common key that the others depend on; null if there are none
 * @param variants by the discriminator's text, the further keys that go with it
 * @param filled whether at least one key must be given
 */
public record Keys(
    List<Key<?>> common,
    @Nullable Key<?> discriminator,
    Map<String, List<Key<?>>> variants,
    boolean filled) {
  public Keys {
    common = List.copyOf(common);
    variants = Collections.unmodifiableMap(new TreeMap<>(variants));
  }

  /** Keys that depend on no other. */
  public static Keys of(Key<?>... keys) {
    return new Keys(List.of(keys), null, Map.of(), false);
  }

  /** Keys of which at least one must be given. */
  public static Keys oneOrMoreOf(Key<?>... keys) {
    return new Keys(List.of(keys), null, Map.of(), true);
  }

  /** Keys of which some depend on the value of one. */
  public static Keys of(
      List<Key<?>> common, Key<?> discriminator, Map<String, List<Key<?>>> variants) {
    return new Keys(common, discriminator, variants, false);
  }

  /** The keys that fit a mapping, by its discriminator. */
  List<Key<?>> of(YamlMap map) {
    List<Key<?>> keys = new ArrayList<>(common);
    discriminatorOf(map).map(variants::get).ifPresent(keys::addAll);
    return keys;
  }

  /** The names that a mapping may use; those of all variants if its discriminator is unknown. */
  Set<String> names(YamlMap map) {
    boolean known = discriminatorOf(map).filter(variants::containsKey).isPresent();
    Stream<Key<?>> further =
        known ? Stream.empty() : variants.values().stream().flatMap(List::stream);
    Set<String> names = new LinkedHashSet<>();
    Stream.concat(of(map).stream(), further).map(Key::name).forEach(names::add);
    return names;
  }

  private Optional<String> discriminatorOf(YamlMap map) {
    return discriminator == null
        ? Optional.empty()
        : map.value(discriminator.name())
            .filter(YamlScalar.class::isInstance)
            .map(node -> ((YamlScalar) node).text());
  }

  /** All keys, those of the variants once for each name. */
  public List<Key<?>> all() {
    List<Key<?>> all = new ArrayList<>(common);
    for (List<Key<?>> variant : variants.values()) {
      variant.stream()
          .filter(key -> all.stream().noneMatch(known -> known.name().equals(key.name())))
          .forEach(all::add);
    }
    return all;
  }

  /** JSON schema (draft 2020-12) of the mapping. */
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    common.forEach(key -> properties.set(key.name(), key.schema()));
    all().stream()
        .map(Key::name)
        .filter(name -> !properties.has(name))
        .forEach(name -> properties.put(name, true));
    require(schema, common);
    if (filled) {
      schema.put("minProperties", 1);
    }
    schema.put("additionalProperties", false);
    if (discriminator != null) {
      ArrayNode allOf = schema.putArray("allOf");
      variants.forEach((value, keys) -> allOf.add(variantSchema(discriminator, value, keys)));
    }
    return schema;
  }

  private ObjectNode variantSchema(Key<?> decider, String value, List<Key<?>> keys) {
    ObjectNode variant = JsonNodeFactory.instance.objectNode();
    ObjectNode condition = variant.putObject("if");
    condition.putObject("properties").putObject(decider.name()).put("const", value);
    condition.putArray("required").add(decider.name());
    ObjectNode consequence = variant.putObject("then");
    ObjectNode properties = consequence.putObject("properties");
    keys.forEach(key -> properties.set(key.name(), key.schema()));
    all().stream()
        .filter(key -> !common.contains(key) && !properties.has(key.name()))
        .forEach(key -> properties.put(key.name(), false));
    require(consequence, keys);
    return variant;
  }

  private static void require(ObjectNode schema, List<Key<?>> keys) {
    List<String> names = keys.stream().filter(Key::required).map(Key::name).toList();
    if (!names.isEmpty()) {
      ArrayNode required = schema.putArray("required");
      names.forEach(required::add);
    }
  }
}
