package io.github.segbench.engine.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A mapping, its entries in the order of the document. */
public record YamlMap(Place place, String path, Map<String, Entry> entries) implements YamlNode {
  /** A key's place and its value. */
  public record Entry(Place keyPlace, YamlNode value) {
    public Entry {
      Objects.requireNonNull(keyPlace, "keyPlace");
      Objects.requireNonNull(value, "value");
    }
  }

  public YamlMap {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(path, "path");
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  public Optional<YamlNode> value(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  /** The same mapping with one more or another entry. */
  public YamlMap with(String key, Entry entry) {
    Map<String, Entry> changed = new LinkedHashMap<>(entries);
    changed.put(key, entry);
    return new YamlMap(place, path, changed);
  }

  /** The same mapping without a key. */
  public YamlMap without(String key) {
    Map<String, Entry> changed = new LinkedHashMap<>(entries);
    changed.remove(key);
    return new YamlMap(place, path, changed);
  }

  @Override
  public String found() {
    return "a mapping";
  }
}
