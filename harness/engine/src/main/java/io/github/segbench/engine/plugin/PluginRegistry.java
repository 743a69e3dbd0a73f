package io.github.segbench.engine.plugin;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The plugins of one kind, by id.
 *
 * @param <T> the plugin interface
 */
public final class PluginRegistry<T> {
  private final String kind;
  private final Map<String, T> byId = new TreeMap<>();

  /**
   * @param kind what the plugins are, for messages, such as {@code backend}
   * @throws UnknownPluginException if two plugins have one id
   */
  public PluginRegistry(String kind, Iterable<T> plugins, Function<T, String> id) {
    this.kind = kind;
    for (T plugin : plugins) {
      T other = byId.put(id.apply(plugin), plugin);
      if (other != null) {
        throw new UnknownPluginException(
            "two plugins have the "
                + kind
                + " id '"
                + id.apply(plugin)
                + "': "
                + other.getClass().getName()
                + " and "
                + plugin.getClass().getName());
      }
    }
  }

  /** All ids, sorted. */
  public Set<String> ids() {
    return Collections.unmodifiableSet(byId.keySet());
  }

  /** All plugins, by id. */
  public Collection<T> all() {
    return Collections.unmodifiableCollection(byId.values());
  }

  public Optional<T> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * @throws UnknownPluginException listing the known ids and the nearest
   */
  public T get(String id) {
    return find(id).orElseThrow(() -> new UnknownPluginException(unknown(id)));
  }

  /** The message for an id that is not there. */
  private String unknown(String id) {
    String hint =
        NearestName.of(id, byId.keySet()).map(n -> ", did you mean '" + n + "'?").orElse("");
    return "unknown " + kind + " '" + id + "', expected one of " + byId.keySet() + hint;
  }
}
