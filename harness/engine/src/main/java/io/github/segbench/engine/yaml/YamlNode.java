package io.github.segbench.engine.yaml;

/** A value of a YAML document that knows where it stands. */
public sealed interface YamlNode permits YamlScalar, YamlList, YamlMap {
  Place place();

  /** The keys and list positions that lead here, such as {@code datasets.0.limit}. */
  String path();

  /** What stands here, for messages: the text itself, or {@code a list}. */
  String found();

  /** The path of an entry or item of a node. */
  static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
