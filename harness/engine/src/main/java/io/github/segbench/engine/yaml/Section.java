package io.github.segbench.engine.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A mapping that has been checked against its keys. */
public final class Section {
  private final YamlMap map;
  private final Map<Key<?>, Optional<?>> values = new HashMap<>();
  private final boolean sound;

  /** Reports unknown and missing keys and values that do not fit. */
  public Section(Keys keys, YamlMap map, Problems problems) {
    this.map = map;
    int before = problems.count();
    reportUnknown(keys, problems);
    if (keys.filled() && map.entries().isEmpty()) {
      problems.add(
          map.place(), map.path() + " is empty, expected at least one of " + keys.names(map));
    }
    for (Key<?> key : keys.of(map)) {
      values.put(key, decode(key, problems));
    }
    this.sound = problems.count() == before;
  }

  private void reportUnknown(Keys keys, Problems problems) {
    var names = keys.names(map);
    String where = map.path().isEmpty() ? "" : " in " + map.path();
    map.entries()
        .forEach(
            (name, entry) -> {
              if (!names.contains(name)) {
                problems.add(entry.keyPlace(), ChoiceType.unknown("key", name, where, names));
              }
            });
  }

  private <T> Optional<T> decode(Key<T> key, Problems problems) {
    Optional<YamlNode> node = map.value(key.name());
    if (node.isPresent()) {
      return key.type().decode(node.get(), problems);
    }
    if (key.required()) {
      problems.add(
          map.place(),
          "key '"
              + YamlNode.join(map.path(), key.name())
              + "' is missing, expected "
              + key.type().expectation());
    }
    return key.ifAbsent();
  }

  /** True if every key is known, every value fits and no required key is missing. */
  public boolean sound() {
    return sound;
  }

  public YamlMap map() {
    return map;
  }

  /** Where a key's value stands; where the mapping stands if the key is absent. */
  public Place place(Key<?> key) {
    return map.value(key.name()).map(YamlNode::place).orElse(map.place());
  }

  /** The value or default of a key; empty if there is neither, or if the value does not fit. */
  @SuppressWarnings("unchecked") // decode() put a T under a Key<T>
  public <T> Optional<T> find(Key<T> key) {
    return (Optional<T>) values.getOrDefault(key, Optional.empty());
  }

  /**
   * The value or default of a key.
   *
   * @throws IllegalStateException if there is neither; ask {@link #sound} first
   */
  public <T> T get(Key<T> key) {
    return find(key).orElseThrow(() -> new IllegalStateException("no value for " + key.name()));
  }
}
