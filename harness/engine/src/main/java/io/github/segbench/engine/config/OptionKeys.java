package io.github.segbench.engine.config;

import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.engine.yaml.BooleanType;
import io.github.segbench.engine.yaml.ChoiceType;
import io.github.segbench.engine.yaml.IntegerType;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.Keys;
import io.github.segbench.engine.yaml.ListType;
import io.github.segbench.engine.yaml.NumberType;
import io.github.segbench.engine.yaml.PathType;
import io.github.segbench.engine.yaml.PathVariables;
import io.github.segbench.engine.yaml.ScalarTextType;
import io.github.segbench.engine.yaml.Section;
import io.github.segbench.engine.yaml.SectionType;
import io.github.segbench.engine.yaml.TableType;
import io.github.segbench.engine.yaml.TextType;
import io.github.segbench.engine.yaml.ValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys under {@code options} that one plugin understands. */
final class OptionKeys {
  static final String OPTIONS = "options";

  private final List<OptionSpec> specs;
  private final List<Key<?>> keys = new ArrayList<>();
  private final Key<Section> options;

  OptionKeys(String owner, List<OptionSpec> specs, PathVariables variables) {
    this.specs = List.copyOf(specs);
    specs.forEach(spec -> keys.add(key(spec, variables)));
    SectionType type = new SectionType(Keys.of(keys.toArray(Key<?>[]::new)));
    String description = "What " + owner + " can be told.";
    this.options =
        specs.stream().anyMatch(OptionSpec::required)
            ? Key.required(OPTIONS, type, description)
            : Key.optional(OPTIONS, type, description);
  }

  /** The key {@code options} itself. */
  Key<Section> key() {
    return options;
  }

  /** The options of a section; empty if they have a problem. */
  Optional<Options> read(Section section) {
    Map<String, Object> given = new LinkedHashMap<>();
    Optional<Section> values = section.find(options);
    if (values.isPresent()) {
      if (!values.get().sound()) {
        return Optional.empty();
      }
      for (Key<?> key : keys) {
        values
            .get()
            .find(key)
            .filter(value -> values.get().map().value(key.name()).isPresent())
            .ifPresent(
                value -> given.put(key.name(), value instanceof Path p ? p.toString() : value));
      }
    }
    boolean incomplete = values.isEmpty() && options.required();
    boolean misfit = values.isEmpty() && section.map().value(OPTIONS).isPresent();
    return incomplete || misfit ? Optional.empty() : Optional.of(new Options(specs, given));
  }

  private static Key<?> key(OptionSpec spec, PathVariables variables) {
    return switch (spec.type()) {
      case STRING ->
          spec.allowed().isEmpty()
              ? key(spec, TextType.ANY, (String) spec.defaultValue())
              : key(
                  spec,
                  ChoiceType.of("value of " + spec.name(), spec.allowed()),
                  (String) spec.defaultValue());
      case INTEGER -> key(spec, IntegerType.atLeast(minimum(spec)), (Long) spec.defaultValue());
      case NUMBER -> key(spec, NumberType.atLeast(spec.minimum()), (Double) spec.defaultValue());
      case BOOLEAN -> key(spec, new BooleanType(), (Boolean) spec.defaultValue());
      case PATH -> key(spec, new PathType(variables), null);
      case STRING_LIST ->
          key(
              spec,
              ListType.of(TextType.ANY),
              spec.defaultValue() == null ? null : texts((List<?>) spec.defaultValue()));
      case STRING_MAP -> key(spec, new TableType<>(new ScalarTextType()), null);
    };
  }

  private static <T> Key<T> key(OptionSpec spec, ValueType<T> type, @Nullable T defaultValue) {
    return new Key<>(spec.name(), type, spec.required(), defaultValue, spec.description());
  }

  private static long minimum(OptionSpec spec) {
    return spec.minimum() == Double.NEGATIVE_INFINITY
        ? Long.MIN_VALUE
        : (long) Math.ceil(spec.minimum());
  }

  private static List<String> texts(List<?> values) {
    return values.stream().map(String.class::cast).toList();
  }
}
