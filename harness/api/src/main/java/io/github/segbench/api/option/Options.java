package io.github.segbench.api.option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values of a plugin's options, checked against what the plugin declares; absent keys have
 * their defaults.
 *
 * <p>To ask for an option that is not declared, or for the value of one that has none, is a defect
 * of the plugin: an {@link IllegalStateException}.
 */
public final class Options {
  private final Map<String, OptionSpec> specs = new LinkedHashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  /**
   * @param given the keys of the configuration file: strings, {@link Number}s, booleans, lists of
   *     strings, maps of strings; paths as absolute strings
   * @throws IllegalArgumentException with every problem of the given values, separated by "; "
   */
  public Options(List<OptionSpec> declared, Map<String, ?> given) {
    List<String> problems = new ArrayList<>();
    for (OptionSpec spec : declared) {
      specs.put(spec.name(), spec);
    }
    given.forEach(
        (name, value) -> {
          OptionSpec spec = specs.get(name);
          if (spec == null) {
            problems.add("unknown option '" + name + "', expected one of " + specs.keySet());
          } else {
            problem(spec, value).ifPresent(problems::add);
          }
        });
    for (OptionSpec spec : declared) {
      Object value = given.get(spec.name());
      if (value != null) {
        values.put(spec.name(), value);
      } else if (spec.required()) {
        problems.add("option '" + spec.name() + "' is missing");
      } else if (spec.defaultValue() != null) {
        values.put(spec.name(), spec.defaultValue());
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  /** What is wrong with one value, if anything; says what was expected. */
  public static Optional<String> problem(OptionSpec spec, @Nullable Object value) {
    boolean fits =
        switch (spec.type()) {
          case STRING -> value instanceof String;
          case PATH -> value instanceof String text && !text.isBlank();
          case BOOLEAN -> value instanceof Boolean;
          case INTEGER -> value instanceof Long || value instanceof Integer;
          case NUMBER -> value instanceof Number;
          case STRING_LIST ->
              value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
          case STRING_MAP ->
              value instanceof Map<?, ?> map
                  && map.keySet().stream().allMatch(String.class::isInstance)
                  && map.values().stream().allMatch(String.class::isInstance);
        };
    if (!fits) {
      return Optional.of(
          "option '" + spec.name() + "' is " + value + ", expected " + expectation(spec));
    }
    boolean inRange = !(value instanceof Number number) || number.doubleValue() >= spec.minimum();
    boolean allowed =
        spec.allowed().isEmpty() || (value instanceof String s && spec.allowed().contains(s));
    return inRange && allowed
        ? Optional.empty()
        : Optional.of(
            "option '" + spec.name() + "' is " + value + ", expected " + expectation(spec));
  }

  private static String expectation(OptionSpec spec) {
    String kind =
        switch (spec.type()) {
          case STRING -> spec.allowed().isEmpty() ? "a text" : "one of " + spec.allowed();
          case PATH -> "a path";
          case BOOLEAN -> "true or false";
          case INTEGER -> "a whole number";
          case NUMBER -> "a number";
          case STRING_LIST -> "a list of texts";
          case STRING_MAP -> "a mapping of texts to texts";
        };
    return spec.minimum() == Double.NEGATIVE_INFINITY
        ? kind
        : kind + " >= " + trimmed(spec.minimum());
  }

  private static String trimmed(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  /** All values that are set or have a default, by name, in the declared order. */
  public Map<String, Object> asMap() {
    return Collections.unmodifiableMap(values);
  }

  /** Whether an option is given or has a default. */
  public boolean has(String name) {
    declared(name);
    return values.containsKey(name);
  }

  public String string(String name) {
    return (String) value(name);
  }

  public long integer(String name) {
    return ((Number) value(name)).longValue();
  }

  public double number(String name) {
    return ((Number) value(name)).doubleValue();
  }

  public boolean bool(String name) {
    return (Boolean) value(name);
  }

  /** A path, absolute if the options were read from a configuration file. */
  public Path path(String name) {
    return Path.of((String) value(name));
  }

  public List<String> strings(String name) {
    return ((List<?>) value(name)).stream().map(String.class::cast).toList();
  }

  /** The entries in the order in which they were given. */
  public Map<String, String> map(String name) {
    Map<String, String> entries = new LinkedHashMap<>();
    ((Map<?, ?>) value(name)).forEach((key, text) -> entries.put((String) key, (String) text));
    return entries;
  }

  private Object value(String name) {
    declared(name);
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("option '" + name + "' has no value; ask has() first");
    }
    return value;
  }

  private void declared(String name) {
    if (!specs.containsKey(name)) {
      throw new IllegalStateException("option '" + name + "' is not declared");
    }
  }

  /** Equal values, given or by default; what is declared beyond them does not count. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Options that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
