package io.github.segbench.engine.yaml;

import io.github.segbench.engine.yaml.YamlScalar.Kind;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A text that matches a pattern as a whole.
 *
 * @param expectation completes "expected ..."
 * @param pattern of Java's and ECMAScript's common regular expressions
 */
public record TextType(String expectation, String pattern) implements ValueType<String> {
  /** Any text. */
  public static final TextType ANY = new TextType("a text", "[\\s\\S]*");

  /** Any text that is not blank. */
  public static final TextType FILLED = new TextType("a text", "[\\s\\S]*\\S[\\s\\S]*");

  /** A name that can be part of a file's name. */
  public static final TextType ID =
      new TextType(
          "an id of letters, digits, '.', '_' and '-', at most 64",
          "[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  @Override
  public Optional<String> decode(YamlNode node, Problems problems) {
    if (!(node instanceof YamlScalar scalar)) {
      return misfit(node, problems);
    }
    if (scalar.kind() != Kind.TEXT && scalar.kind() != Kind.EMPTY) {
      problems.add(
          node.place(),
          node.path()
              + " is "
              + node.found()
              + ", expected "
              + expectation
              + " (put it in quotes)");
      return Optional.empty();
    }
    return scalar.kind() == Kind.TEXT && Pattern.matches(pattern, scalar.text())
        ? Optional.of(scalar.text())
        : misfit(node, problems);
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
    return equals(ANY) ? schema : schema.put("pattern", "^(?:" + pattern + ")$");
  }

  @Override
  public JsonNode encode(String value) {
    return JsonNodeFactory.instance.stringNode(value);
  }
}
