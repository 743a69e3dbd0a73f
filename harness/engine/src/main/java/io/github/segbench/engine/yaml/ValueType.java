package io.github.segbench.engine.yaml;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a value must be: the one description from which files are checked, messages are worded and
 * the JSON schema is written.
 *
 * @param <T> the type of the value in Java
 */
public interface ValueType<T> {
  /** Completes "expected ...". */
  String expectation();

  /**
   * The value, or as much of it as fits; empty if nothing does. Whatever does not fit is a problem.
   */
  Optional<T> decode(YamlNode node, Problems problems);

  /** JSON schema (draft 2020-12) that accepts what {@link #decode} accepts. */
  ObjectNode schema();

  /** The value as it is written in YAML and JSON; {@link #decode} reads it back. */
  JsonNode encode(T value);

  /** Takes note that a node is not what was expected. */
  default Optional<T> misfit(YamlNode node, Problems problems) {
    String subject = node.path().isEmpty() ? "the document" : node.path();
    problems.add(node.place(), subject + " is " + node.found() + ", expected " + expectation());
    return Optional.empty();
  }
}
