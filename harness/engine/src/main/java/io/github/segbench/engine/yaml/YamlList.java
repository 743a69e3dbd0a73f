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
    return switch (items.size()) {
      case 0 -> "an empty list";
      case 1 -> "a list of 1 item";
      default -> "a list of " + items.size() + " items";
    };
  }
}
