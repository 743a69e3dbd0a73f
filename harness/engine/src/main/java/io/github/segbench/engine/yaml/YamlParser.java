package io.github.segbench.engine.yaml;

import io.github.segbench.engine.yaml.YamlScalar.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads a YAML 1.2 document (core schema, anchors and aliases, no merge keys) into nodes with
 * places.
 */
public final class YamlParser {
  private static final Map<Tag, Kind> KINDS =
      Map.of(
          Tag.STR, Kind.TEXT,
          Tag.INT, Kind.INTEGER,
          Tag.FLOAT, Kind.NUMBER,
          Tag.BOOL, Kind.BOOLEAN,
          Tag.NULL, Kind.EMPTY);

  private final Source source;
  private final Problems problems;

  public YamlParser(Source source, Problems problems) {
    this.source = source;
    this.problems = problems;
  }

  /** The document in a file's bytes; empty, with a problem, if it is not one. */
  public Optional<YamlNode> parse(byte[] utf8) {
    try {
      return parse(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString(), "");
    } catch (CharacterCodingException e) {
      problems.add(Place.whole(source), "not a text file in UTF-8");
      return Optional.empty();
    }
  }

  /**
   * The document in a text; empty, with a problem, if it is malformed. An empty document is an
   * empty scalar.
   *
   * @param path of the document's root
   */
  public Optional<YamlNode> parse(String text, String path) {
    LoadSettings settings =
        LoadSettings.builder().setSchema(new CoreSchema()).setAllowNonScalarKeys(true).build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.isPresent()
          ? convert(root.get(), path)
          : Optional.of(new YamlScalar(Place.whole(source), path, Kind.EMPTY, ""));
    } catch (MarkedYamlEngineException e) {
      problems.add(place(e.getProblemMark()), "malformed YAML: " + describe(e));
    } catch (YamlEngineException e) {
      problems.add(
          Place.whole(source), "malformed YAML: " + oneLine(String.valueOf(e.getMessage())));
    }
    return Optional.empty();
  }

  private Optional<YamlNode> convert(Node node, String path) {
    Place place = place(node.getStartMark());
    if (node.isRecursive()) {
      problems.add(place, "malformed YAML: an anchor contains itself");
      return Optional.empty();
    }
    if (node instanceof ScalarNode scalar) {
      return convert(scalar, place, path);
    }
    if (!node.getTag().equals(Tag.MAP) && !node.getTag().equals(Tag.SEQ)) {
      return unsupportedTag(node, place);
    }
    return Optional.of(
        node instanceof MappingNode mapping
            ? convert(mapping, place, path)
            : convert((SequenceNode) node, place, path));
  }

  private Optional<YamlNode> convert(ScalarNode node, Place place, String path) {
    Kind kind = KINDS.get(node.getTag());
    return kind == null
        ? unsupportedTag(node, place)
        : Optional.of(new YamlScalar(place, path, kind, node.getValue()));
  }

  private YamlNode convert(SequenceNode node, Place place, String path) {
    List<YamlNode> items = new ArrayList<>();
    for (Node item : node.getValue()) {
      convert(item, YamlNode.join(path, Integer.toString(items.size()))).ifPresent(items::add);
    }
    return new YamlList(place, path, items);
  }

  private YamlNode convert(MappingNode node, Place place, String path) {
    Map<String, YamlMap.Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      Place keyPlace = place(tuple.getKeyNode().getStartMark());
      if (!(tuple.getKeyNode() instanceof ScalarNode keyNode)) {
        problems.add(keyPlace, "a list or mapping stands as a key, expected a name");
        continue;
      }
      String key = keyNode.getValue();
      YamlMap.Entry first = entries.get(key);
      if (first != null) {
        problems.add(
            keyPlace,
            String.format(
                Locale.ROOT,
                "key '%s' stands twice, first in line %d",
                key,
                first.keyPlace().line()));
        continue;
      }
      convert(tuple.getValueNode(), YamlNode.join(path, key))
          .ifPresent(value -> entries.put(key, new YamlMap.Entry(keyPlace, value)));
    }
    return new YamlMap(place, path, entries);
  }

  private Optional<YamlNode> unsupportedTag(Node node, Place place) {
    problems.add(place, "tag " + node.getTag().getValue() + " is not supported");
    return Optional.empty();
  }

  private Place place(Optional<Mark> mark) {
    return mark.filter(m -> source.hasLines())
        .map(m -> new Place(source, m.getLine() + 1, m.getColumn() + 1))
        .orElse(Place.whole(source));
  }

  private static String describe(MarkedYamlEngineException e) {
    return oneLine(
        Stream.of(e.getContext(), e.getProblem())
            .filter(part -> part != null && !part.isBlank())
            .collect(Collectors.joining(", ")));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\n\\s*", " ");
  }
}
