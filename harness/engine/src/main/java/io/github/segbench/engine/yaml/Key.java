package io.github.segbench.engine.yaml;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A key of a mapping.
 *
 * @param defaultValue used when the key is absent; null if there is none
 * @param description one or two sentences for the schema
 * @param <T> the type of the value in Java
 */
public record Key<T>(
    String name,
    ValueType<T> type,
    boolean required,
    @Nullable T defaultValue,
    String description) {
  public Key {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(description, "description");
  }

  public static <T> Key<T> required(String name, ValueType<T> type, String description) {
    return new Key<>(name, type, true, null, description);
  }

  public static <T> Key<T> optional(String name, ValueType<T> type, String description) {
    return new Key<>(name, type, false, null, description);
  }

  public static <T> Key<T> optional(
      String name, ValueType<T> type, T defaultValue, String description) {
    return new Key<>(name, type, false, Objects.requireNonNull(defaultValue), description);
  }

  public Optional<T> ifAbsent() {
    return Optional.ofNullable(defaultValue);
  }

  /** Puts the key with a value into a mapping. */
  public void write(ObjectNode mapping, T value) {
    mapping.set(name, type.encode(value));
  }

  ObjectNode schema() {
    ObjectNode schema = type.schema();
    schema.put("description", description);
    ifAbsent().ifPresent(value -> schema.set("default", type.encode(value)));
    return schema;
  }
}
