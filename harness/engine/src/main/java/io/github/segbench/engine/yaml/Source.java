package io.github.segbench.engine.yaml;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file, or a command-line option, that values come from.
 *
 * @param name as the user wrote it, for messages
 * @param folder where relative paths in it start
 * @param hasLines whether a position in it helps a user
 */
public record Source(String name, Path folder, boolean hasLines) {
  public Source {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(folder, "folder");
  }

  /** A file; relative paths in it start at its folder. */
  public static Source of(Path file) {
    Path parent = file.getParent();
    return new Source(file.toString(), parent == null ? Path.of("") : parent, true);
  }

  /** A command-line option. */
  public static Source option(String text, Path folder) {
    return new Source(text, folder, false);
  }
}
