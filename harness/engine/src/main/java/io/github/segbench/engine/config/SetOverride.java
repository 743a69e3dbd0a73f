package io.github.segbench.engine.config;

import io.github.segbench.engine.yaml.Place;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Source;
import io.github.segbench.engine.yaml.YamlList;
import io.github.segbench.engine.yaml.YamlMap;
import io.github.segbench.engine.yaml.YamlNode;
import io.github.segbench.engine.yaml.YamlParser;
import io.github.segbench.engine.yaml.YamlScalar;
import io.github.segbench.engine.yaml.YamlScalar.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One {@code --set KEY=VALUE}, applied to a run file before it is checked. */
final class SetOverride {
  /** Stands for every position of a list. */
  private static final String EVERY = "*";

  private final Place place;
  private final String text;
  private final Problems problems;

  /**
   * @param folder of the run file: paths and ids mean what they would mean there
   */
  SetOverride(String text, Path folder, Problems problems) {
    this.place = Place.whole(Source.option("--set " + text, folder));
    this.text = text;
    this.problems = problems;
  }

  /** The run file with the value put in; unchanged, with a problem, if that cannot be. */
  YamlMap applyTo(YamlMap run) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      problems.add(place, "expected KEY=VALUE, such as latency.preset=quick");
      return run;
    }
    String key = text.substring(0, equals);
    Optional<YamlNode> value =
        new YamlParser(place.source(), problems).parse(text.substring(equals + 1), key);
    if (value.isEmpty()) {
      return run;
    }
    YamlNode changed = put(run, List.of(key.split("\\.", -1)), value.get());
    return changed instanceof YamlMap map ? map : run;
  }

  private YamlNode put(YamlNode node, List<String> path, YamlNode value) {
    if (path.isEmpty()) {
      return value;
    }
    String name = path.get(0);
    List<String> rest = path.subList(1, path.size());
    if (node instanceof YamlMap map) {
      YamlMap.Entry old = map.entries().get(name);
      Place keyPlace = old == null ? place : old.keyPlace();
      YamlNode child = old == null ? nothing(YamlNode.join(node.path(), name)) : old.value();
      return map.with(name, new YamlMap.Entry(keyPlace, put(child, rest, value)));
    }
    if (node instanceof YamlList list) {
      return putItem(list, name, rest, value);
    }
    YamlScalar scalar = (YamlScalar) node;
    if (scalar.kind() == Kind.EMPTY) {
      return put(new YamlMap(place, node.path(), Map.of()), path, value);
    }
    if (scalar.path().matches("datasets\\.\\d+") && scalar.kind() == Kind.TEXT) {
      return put(use(scalar), path, value);
    }
    problems.add(place, node.path() + " is " + node.found() + ", which has no key '" + name + "'");
    return node;
  }

  private YamlNode putItem(YamlList list, String name, List<String> rest, YamlNode value) {
    if (name.equals(EVERY)) {
      List<YamlNode> all = list.items().stream().map(item -> put(item, rest, value)).toList();
      return new YamlList(list.place(), list.path(), all);
    }
    int size = list.items().size();
    int index = name.matches("\\d{1,9}") ? Integer.parseInt(name) : size;
    if (index >= size) {
      problems.add(
          place,
          list.path()
              + " is "
              + list.found()
              + ", expected a position from 0 instead of '"
              + name
              + "'");
      return list;
    }
    List<YamlNode> items = new ArrayList<>(list.items());
    items.set(index, put(items.get(index), rest, value));
    return new YamlList(list.place(), list.path(), items);
  }

  /** A data set that was named by its id alone, in the form that has further keys. */
  private static YamlMap use(YamlScalar id) {
    YamlMap.Entry entry = new YamlMap.Entry(id.place(), id);
    return new YamlMap(id.place(), id.path(), Map.of(DatasetKeys.USE.name(), entry));
  }

  private YamlNode nothing(String path) {
    return new YamlScalar(place, path, Kind.EMPTY, "");
  }
}
