package io.github.segbench.engine.yaml;

import java.util.List;
import java.util.Objects;

/** A sequence. */
public record YamlList(Place place, String path, List<YamlNode> items) implements YamlNode {
  public YamlList {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(path, "path");
    items = List.copyOf(items);
  }

  @Override
  public String found() {
    return "a list";
  }
}
