package io.github.segbench.engine.config;

import java.util.Objects;

/**
 * One thing that is wrong in a configuration file.
 *
 * @param file as the user named it
 * @param line from 1; 0 if the whole file is meant
 * @param column from 1; 0 if the whole file is meant
 * @param message what, where and what was expected, on one line
 */
public record ConfigProblem(String file, int line, int column, String message) {
  public ConfigProblem {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    return line > 0 ? file + ":" + line + ":" + column + ": " + message : file + ": " + message;
  }
}
