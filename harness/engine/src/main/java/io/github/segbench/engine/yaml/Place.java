package io.github.segbench.engine.yaml;

import java.util.Objects;

/**
 * Where a value or key stands.
 *
 * @param line from 1; 0 if the whole source is meant
 * @param column from 1; 0 if the whole source is meant
 */
public record Place(Source source, int line, int column) {
  public Place {
    Objects.requireNonNull(source, "source");
  }

  public static Place whole(Source source) {
    return new Place(source, 0, 0);
  }
}
