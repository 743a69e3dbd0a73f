package io.github.segbench.engine.config;

import io.github.segbench.api.option.OptionSpec;
import io.github.segbench.api.option.Options;
import io.github.segbench.engine.plugin.PluginRegistry;
import io.github.segbench.engine.yaml.Key;
import io.github.segbench.engine.yaml.PathVariables;
import io.github.segbench.engine.yaml.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The key {@code options} as it depends on which plugin of a kind is named beside it. */
final class PluginOptions {
  private final Map<String, OptionKeys> byId = new LinkedHashMap<>();

  /**
   * @param kind what the plugins are, for the schema, such as {@code backend}
   */
  <T> PluginOptions(
      String kind,
      PluginRegistry<T> plugins,
      Function<T, List<OptionSpec>> specs,
      PathVariables variables) {
    for (String id : plugins.ids()) {
      String owner = "the " + kind + " " + id;
      byId.put(id, new OptionKeys(owner, specs.apply(plugins.get(id)), variables));
    }
  }

  /** For each plugin, the keys that go with it. */
  Map<String, List<Key<?>>> variants() {
    Map<String, List<Key<?>>> variants = new LinkedHashMap<>();
    byId.forEach((id, keys) -> variants.put(id, List.of(keys.key())));
    return variants;
  }

  /** The options of the plugin that a section names; empty if it names none or they are wrong. */
  Optional<Options> read(Key<String> plugin, Section section) {
    return section
        .find(plugin)
        .flatMap(id -> Optional.ofNullable(byId.get(id)))
        .flatMap(keys -> keys.read(section));
  }
}
