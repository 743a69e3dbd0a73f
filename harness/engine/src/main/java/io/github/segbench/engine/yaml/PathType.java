package io.github.segbench.engine.yaml;

import io.github.segbench.engine.yaml.YamlScalar.Kind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A file or folder, made absolute; relative paths start at the folder of their source. */
public record PathType(PathVariables variables) implements ValueType<Path> {
  @Override
  public String expectation() {
    return "a path";
  }

  @Override
  public Optional<Path> decode(YamlNode node, Problems problems) {
    if (!(node instanceof YamlScalar scalar)
        || scalar.kind() != Kind.TEXT
        || scalar.text().isBlank()) {
      return misfit(node, problems);
    }
    return resolve(scalar, problems).map(path -> path.toAbsolutePath().normalize());
  }

  /** The path as it can be shown: relative if the source was named by a relative path. */
  public Optional<Path> resolve(YamlScalar scalar, Problems problems) {
    Optional<String> expanded = variables.expand(scalar, problems);
    if (expanded.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(scalar.place().source().folder().resolve(expanded.get()).normalize());
    } catch (InvalidPathException e) {
      return misfit(scalar, problems).map(path -> path);
    }
  }

  @Override
  public ObjectNode schema() {
    return TextType.FILLED.schema();
  }

  @Override
  public JsonNode encode(Path value) {
    return JsonNodeFactory.instance.stringNode(value.toString());
  }
}
