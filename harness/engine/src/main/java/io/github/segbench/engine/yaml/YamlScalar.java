package io.github.segbench.engine.yaml;

import java.util.Objects;

/**
 * A text, number, truth value or nothing.
 *
 * @param text as it is written, without quotes
 */
public record YamlScalar(Place place, String path, Kind kind, String text) implements YamlNode {
  /** What YAML's core schema takes a scalar for. */
  public enum Kind {
    TEXT,
    INTEGER,
    NUMBER,
    BOOLEAN,
    EMPTY
  }

  public YamlScalar {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }

  @Override
  public String found() {
    return switch (kind) {
      case EMPTY -> "empty";
      case TEXT -> "'" + text.replace("\n", "\\n") + "'";
      case INTEGER, NUMBER, BOOLEAN -> text;
    };
  }
}
