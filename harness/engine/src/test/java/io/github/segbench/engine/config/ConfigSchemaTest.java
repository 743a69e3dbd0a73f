package io.github.segbench.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.segbench.engine.plugin.Plugins;
import io.github.segbench.engine.yaml.Problems;
import io.github.segbench.engine.yaml.Source;
import io.github.segbench.engine.yaml.YamlJson;
import io.github.segbench.engine.yaml.YamlNode;
import io.github.segbench.engine.yaml.YamlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An editor that goes by the schemas must say what the reader says. */
final class ConfigSchemaTest {
  private static final String PLACE = "https://segbench.test/";
  private static final Map<String, String> SCHEMAS =
      new ConfigSchema(FakePlugins.plugins()).files();

  @TempDir private Path root;

  @Test
  void acceptsFilesThatUseEveryKey() {
    assertThat(errors("run", FullExample.RUN)).isEmpty();
    assertThat(errors("model", FullExample.MODEL)).isEmpty();
    assertThat(errors("dataset", FullExample.DATASET)).isEmpty();
    assertThat(errors("labels", ConfigFolder.LABELS)).isEmpty();
  }

  @Test
  void hasNoKeyThatTheFullExamplesLeaveOut() {
    String examples =
        FullExample.RUN + FullExample.MODEL + FullExample.DATASET + ConfigFolder.LABELS;
    Set<String> keys = new LinkedHashSet<>();
    SCHEMAS.values().forEach(text -> collectKeys(JsonMapper.shared().readTree(text), keys));

    assertThat(keys).hasSizeGreaterThan(50);
    assertThat(keys).allMatch(key -> examples.matches("(?s).*\\b" + key + ":.*"));
  }

  @Test
  void hasNoKeyThatTheManualLeavesOut() throws IOException {
    Path manual = Path.of(System.getProperty("segbench.root", "")).resolve("docs/configuration.md");
    String text = Files.readString(manual);
    Set<String> keys = new LinkedHashSet<>();
    new ConfigSchema(Plugins.of(List.of(), List.of(), List.of()))
        .files()
        .values()
        .forEach(schema -> collectKeys(JsonMapper.shared().readTree(schema), keys));

    assertThat(keys).hasSizeGreaterThan(50);
    assertThat(keys).allMatch(key -> text.matches("(?s).*[`.{ ]" + key + "[`:.].*"));
  }

  @Test
  void acceptsAResolvedRun() {
    RunConfig run =
        new ConfigFolder(root)
            .write("runs/demo.yaml", FullExample.RUN)
            .write("models/tiny.yaml", FullExample.MODEL)
            .read();

    assertThat(errors("run", ResolvedConfig.toYaml(run))).isEmpty();
  }

  /** Each line is added to a sound run file. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "description: ''",
        "latency: {}",
        "latency: {forks: 1.0}",
        "latency: {forks: 0x10}",
        "latency: {batch: [1, 2], threads: [2], warmupTime: 1min}",
        "latency: {coldStarts: 0, scenarios: [], serverBound: 1 ms}",
        "accuracy: {metrics: [], bootstrap: {}}",
        "accuracy: {enabled: False}",
        "parity: {}",
        "parity: {reference: onnxruntime-cpu-fp32, maxDifference: 1e-3, demand: true}"
      })
  void acceptsWhatTheReaderAccepts(String line) {
    String text = ConfigFolder.RUN + line + "\n";
    assertThat(readerProblems("runs/demo.yaml", text)).isEmpty();
    assertThat(errors("run", text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "descripton: x",
        "description: 1",
        "description:",
        "latency:",
        "latency: {fork: 1}",
        "latency: {forks: 0}",
        "latency: {forks: 1.5}",
        "latency: {forks: '1'}",
        "latency: {images: 99999999999}",
        "latency: {batch: []}",
        "latency: {batch: [-1]}",
        "latency: {batch: 1}",
        "latency: {threads: [1, 1]}",
        "latency: {warmupTime: 2}",
        "latency: {warmupTime: 0 s}",
        "latency: {preset: quik}",
        "latency: {coldStarts: -1}",
        "latency: {scenarios: [offlin]}",
        "latency: {scenarios: [offline, offline]}",
        "latency: {imagesPerQuery: 0}",
        "accuracy: {enabled: yes}",
        "accuracy: {metrics: [mIuO]}",
        "accuracy: {convention: voc}",
        "accuracy: {bootstrap: {resamples: -1}}",
        "parity:",
        "parity: {images: 0}",
        "parity: {maxDiffrence: 1}"
      })
  void refusesWhatTheReaderRefuses(String line) {
    String text = ConfigFolder.RUN + line + "\n";
    assertThat(readerProblems("runs/demo.yaml", text)).isNotEmpty();
    assertThat(errors("run", text)).isNotEmpty();
  }

  /** Each line: what is replaced in a sound file, and by what. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          run     | name: demo      | ''
          run     | name: demo      | name: a/b
          run     | [tiny]          | []
          run     | [tiny]          | [1]
          run     | [tiny]          | "[' ']"
          run     | [tiny]          | [{id: x}]
          run     | [scenes]        | [{use: scenes, splt: x}]
          run     | [scenes]        | [{use: scenes, limit: -1}]
          run     | [scenes]        | [{id: scenes}]
          run     | id: onnxruntime | id: onnx
          run     | id: onnxruntime | device: cpu
          run     | id: onnxruntime | {id: onnxruntime, device: gpu}
          run     | id: onnxruntime | {id: onnxruntime, device: cpux}
          run     | id: onnxruntime | {id: onnxruntime, options: {intraOpThread: 1}}
          run     | id: onnxruntime | {id: djl, options: {intraOpThreads: 1}}
          model   | family: unet    | family: u-net
          model   | onnx            | onx
          model   | name: image     | {name: image, mean: [1, 2]}
          model   | name: image     | {name: image, std: [1, 2, 0]}
          model   | name: image     | {name: image, type: float16}
          model   | name: image     | {name: image, resize: {mode: exact}}
          model   | name: image     | {name: image, resize: {mode: none, width: 8}}
          model   | name: image     | {name: image, resize: {width: 8, height: 8}}
          model   | labels: two     | labels: {id: two}
          dataset | reader: shapes  | reader: folder
          dataset | split: test     | splits: test
          labels  | ignore: 255     | ignore: -1
          labels  | thing: true     | thing: 1
          labels  | name: circle    | name: " "
          labels  | '"#d55e00"'     | '"#d55e0"'
          """)
  void refusesFilesThatTheReaderRefuses(String kind, String sound, String broken) {
    Map<String, String> texts =
        Map.of(
            "run", ConfigFolder.RUN,
            "model", ConfigFolder.MODEL,
            "dataset", ConfigFolder.DATASET,
            "labels", ConfigFolder.LABELS);
    Map<String, String> files =
        Map.of(
            "run", "runs/demo.yaml",
            "model", "models/tiny.yaml",
            "dataset", "datasets/scenes.yaml",
            "labels", "labels/two.yaml");
    assertThat(texts.get(kind)).contains(sound);
    String text = texts.get(kind).replace(sound, broken == null ? "" : broken);

    assertThat(readerProblems(files.get(kind), text)).isNotEmpty();
    assertThat(errors(kind, text)).isNotEmpty();
  }

  private String readerProblems(String file, String text) {
    ConfigFolder folder = new ConfigFolder(root).write(file, text);
    try {
      folder.read();
      return "";
    } catch (ConfigException e) {
      return folder.message(e);
    }
  }

  private static String errors(String kind, String yaml) {
    Problems problems = new Problems();
    YamlNode node =
        new YamlParser(Source.option(kind, Path.of("")), problems).parse(yaml, "").orElseThrow();
    assertThat(problems.inOrder()).isEmpty();
    return schema(kind).validate(YamlJson.of(node)).stream()
        .map(Object::toString)
        .reduce("", (a, b) -> a + b + "\n");
  }

  private static Schema schema(String kind) {
    Map<String, String> byLocation = new HashMap<>();
    SCHEMAS.forEach((name, text) -> byLocation.put(PLACE + name, text));
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(byLocation))
        .getSchema(SchemaLocation.of(PLACE + kind + ".schema.json"));
  }

  private static void collectKeys(JsonNode schema, Set<String> keys) {
    schema
        .properties()
        .forEach(
            entry -> {
              if (entry.getKey().equals("properties")) {
                keys.addAll(entry.getValue().propertyNames());
              }
              collectKeys(entry.getValue(), keys);
            });
    if (schema.isArray()) {
      schema.forEach(item -> collectKeys(item, keys));
    }
  }
}
