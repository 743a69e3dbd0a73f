package io.github.segbench.engine.config;

import io.github.segbench.engine.yaml.PathVariables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A configs folder with a sound run, model, data set and label file, to be changed by tests. */
final class ConfigFolder {
  static final String RUN =
      """
      name: demo
      models: [tiny]
      datasets: [scenes]
      backends:
        - id: onnxruntime
      """;

  static final String MODEL =
      """
      id: tiny
      family: unet
      labels: two
      files:
        onnx: {path: ../weights/tiny.onnx}
      input:
        name: image
      """;

  static final String DATASET =
      """
      id: scenes
      reader: shapes
      labels: two
      split: test
      """;

  static final String LABELS =
      """
      id: two
      ignore: 255
      categories:
        - {id: 0, name: sky, colour: "#56b4e9"}
        - {id: 1, name: circle, thing: true, colour: "#d55e00"}
      """;

  private final Path root;

  ConfigFolder(Path root) {
    this.root = root;
    write("runs/demo.yaml", RUN);
    write("models/tiny.yaml", MODEL);
    write("datasets/scenes.yaml", DATASET);
    write("labels/two.yaml", LABELS);
    write("weights/tiny.onnx", "weights");
  }

  Path path(String file) {
    return root.resolve(file);
  }

  ConfigFolder write(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RunConfig read() {
    return read(Overrides.NONE);
  }

  RunConfig read(Overrides overrides) {
    return reader().read(path("runs/demo.yaml"), overrides);
  }

  RunConfig readWith(Map<String, String> environment) {
    return reader(environment).read(path("runs/demo.yaml"), Overrides.NONE);
  }

  RunConfig set(String... set) {
    return read(new Overrides(List.of(set), List.of()));
  }

  RunConfig only(String... only) {
    return read(new Overrides(List.of(), List.of(only)));
  }

  ConfigReader reader() {
    return reader(Map.of());
  }

  private static ConfigReader reader(Map<String, String> environment) {
    PathVariables variables = new PathVariables(environment, "/home/user");
    return new ConfigReader(FakePlugins.plugins(), List.of(), variables);
  }

  /** What an exception says, with this folder left out of file names. */
  String message(ConfigException e) {
    return e.getMessage().replace(root + "/", "").replace(root.toString(), "");
  }
}
