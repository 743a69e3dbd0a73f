package io.github.segbench.api.option;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One option that a plugin understands.
 *
 * @param name the key in YAML
 * @param defaultValue used when the key is absent: a {@link String}, {@link Long}, {@link Double},
 *     {@link Boolean} or list of strings by {@code type}; null when the option has no value then
 * @param required true if the key must be given
 * @param allowed the values of a string option, empty for any
 * @param minimum the smallest value of a number, inclusive
 * @param description one sentence, shown in the schema and by {@code segbench list}
 */
public record OptionSpec(
    String name,
    OptionType type,
    @Nullable Object defaultValue,
    boolean required,
    List<String> allowed,
    double minimum,
    String description) {
  public OptionSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(description, "description");
    allowed = List.copyOf(allowed);
    if (required && defaultValue != null) {
      throw new IllegalArgumentException("option " + name + " is required and has a default");
    }
  }

  public static OptionSpec string(String name, @Nullable String defaultValue, String description) {
    return of(name, OptionType.STRING, defaultValue, description);
  }

  /** A string out of a few. */
  public static OptionSpec choice(
      String name, String defaultValue, List<String> allowed, String description) {
    return new OptionSpec(
        name,
        OptionType.STRING,
        defaultValue,
        false,
        allowed,
        Double.NEGATIVE_INFINITY,
        description);
  }

  public static OptionSpec integer(
      String name, @Nullable Long defaultValue, long minimum, String description) {
    return new OptionSpec(
        name, OptionType.INTEGER, defaultValue, false, List.of(), minimum, description);
  }

  public static OptionSpec number(
      String name, @Nullable Double defaultValue, double minimum, String description) {
    return new OptionSpec(
        name, OptionType.NUMBER, defaultValue, false, List.of(), minimum, description);
  }

  public static OptionSpec bool(String name, boolean defaultValue, String description) {
    return of(name, OptionType.BOOLEAN, defaultValue, description);
  }

  public static OptionSpec path(String name, String description) {
    return of(name, OptionType.PATH, null, description);
  }

  public static OptionSpec strings(
      String name, @Nullable List<String> defaultValue, String description) {
    return of(name, OptionType.STRING_LIST, defaultValue, description);
  }

  /** A mapping that is absent unless it is given. */
  public static OptionSpec map(String name, String description) {
    return of(name, OptionType.STRING_MAP, null, description);
  }

  /** The same option, but the key must be given. */
  public OptionSpec asRequired() {
    return new OptionSpec(name, type, null, true, allowed, minimum, description);
  }

  private static OptionSpec of(
      String name, OptionType type, @Nullable Object defaultValue, String description) {
    return new OptionSpec(
        name, type, defaultValue, false, List.of(), Double.NEGATIVE_INFINITY, description);
  }
}
